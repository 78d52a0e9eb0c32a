"""Which documents speak of the same incident.

::

    data = sketch(reading, model)                      # where a document is read
    linked = link(sketches, known_pairs, model, decisions)    # whenever documents are linked
"""

from rashomon.linking.incidents.link import Linked
from rashomon.linking.incidents.link import link_documents as link
from rashomon.linking.incidents.making import make_sketch
from rashomon.linking.incidents.sketches import pack
from rashomon.linking.incidents.tables import Model, build_model, build_rarity, build_words
from rashomon.model.reading import Reading

__all__ = ["Linked", "Model", "build_model", "build_rarity", "build_words", "link", "sketch"]


def sketch(reading: Reading, model: Model) -> bytes:
    """Return all that linking needs of a document, in little more than a kilobyte.

    Args:
        reading: the document and what was read in it.
        model: what linking is handed.
    """
    return pack(make_sketch(reading, model))
