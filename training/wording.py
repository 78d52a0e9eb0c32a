"""Small heads on the frozen encoder: where sentences begin, what hedges, what is loaded.

Each is one linear layer, trained on the hidden states of words that the encoder gives, so that
attribution loses nothing by them. The texts are damaged as in the training of attributions.
"""

from torch import nn

from training.network import WIDTH


class Wording(nn.Module):
    """The heads: a logit a piece each."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence = nn.Linear(WIDTH, 1)
        self.hedge = nn.Linear(WIDTH, 1)
        self.loaded = nn.Linear(WIDTH, 1)
