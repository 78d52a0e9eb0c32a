"""Steps of training that every network takes alike.

A rate that rises and falls, a running average of the weights, a checkpoint after each epoch.
"""

import copy
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

import torch
from torch import Tensor, nn

N = TypeVar("N", bound=nn.Module)


class Pace(Protocol):
    """The numbers of a run that say how steps are taken."""

    @property
    def warm_up(self) -> float:
        """The share of the steps in which the rate rises; then it falls to nothing."""

    @property
    def decay(self) -> float:
        """Weight decay."""

    @property
    def averaging(self) -> float:
        """The decay of the running average of weights, which is what is kept."""

    @property
    def clip(self) -> float:
        """The longest gradient."""


class Stepping(Generic[N]):
    """A network on its way.

    Args:
        network: what learns; on its device.
        groups: its parameters, each group with the highest learning rate that it gets.
        pace: how steps are taken.
        checkpoint: where the run is kept between epochs.
        numbers: all numbers of the run: a checkpoint of others is refused.

    Attributes:
        average: the running average of the network.
        epoch: how many epochs are done.
    """

    def __init__(
        self,
        network: N,
        groups: Sequence[tuple[Sequence[nn.Parameter], float]],
        pace: Pace,
        checkpoint: Path,
        numbers: Mapping[str, Any],
    ) -> None:
        self._network = network
        self._pace = pace
        self._checkpoint = checkpoint
        self._numbers = dict(numbers)
        self._optimizer = torch.optim.AdamW(
            [{"params": list(some), "highest": rate, "lr": rate} for some, rate in groups],
            weight_decay=pace.decay,
            fused=True,
        )
        self.average = copy.deepcopy(network)
        self.epoch = 0
        self._step = 0
        if checkpoint.exists():
            self._resume()

    def take(self, loss: Tensor, progress: float) -> None:
        """Take one step.

        Args:
            loss: what is to become less.
            progress: how much of the run is done, 0 to 1.
        """
        warm_up = self._pace.warm_up
        share = progress / warm_up if progress < warm_up else (1 - progress) / (1 - warm_up)
        for group in self._optimizer.param_groups:
            group["lr"] = group["highest"] * max(share, 0.02)
        self._optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self._network.parameters(), self._pace.clip)
        self._optimizer.step()
        self._step += 1
        self._follow()

    @torch.no_grad()
    def _follow(self) -> None:
        """Move the average towards the weights; faster in the first steps."""
        decay = min(self._pace.averaging, (1 + self._step) / (10 + self._step))
        for average, weight in zip(
            self.average.parameters(), self._network.parameters(), strict=True
        ):
            if weight.requires_grad:
                average.lerp_(weight, 1 - decay)

    def end_epoch(self) -> None:
        """Count an epoch, and keep the run."""
        self.epoch += 1
        state = {
            "numbers": self._numbers,
            "network": self._network.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self._optimizer.state_dict(),
            "step": self._step,
            "epoch": self.epoch,
        }
        self._checkpoint.parent.mkdir(parents=True, exist_ok=True)
        part = self._checkpoint.with_suffix(".part")
        torch.save(state, part)
        part.replace(self._checkpoint)

    def _resume(self) -> None:
        device = next(self._network.parameters()).device
        state = torch.load(self._checkpoint, map_location=device, weights_only=True)
        if state["numbers"] != self._numbers:
            raise SystemExit(f"{self._checkpoint} is of a run with other numbers: move it away")
        self._network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self._optimizer.load_state_dict(state["optimizer"])
        self._step, self.epoch = state["step"], state["epoch"]
