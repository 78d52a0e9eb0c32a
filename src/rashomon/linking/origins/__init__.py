"""Origins: which documents and stretches come from one root. Ten copies are one source.

``sketch`` keeps of each document what is needed to compare it with others later; ``trace``
compares the sketches of a case and returns the tree. How is told in ``docs/origins.md``.
"""

from rashomon.linking.origins.coding import VERSION
from rashomon.linking.origins.sketching import sketch
from rashomon.linking.origins.tables import OriginTables, build_origin_tables, faults_of_publishers
from rashomon.linking.origins.tracing import TracedOrigins, trace

__all__ = [
    "VERSION",
    "OriginTables",
    "TracedOrigins",
    "build_origin_tables",
    "faults_of_publishers",
    "sketch",
    "trace",
]
