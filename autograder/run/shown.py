"""What one cell has shown so far, within its limit, and all cells within theirs."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.model import Output

__all__ = ["ShownCell", "ShownTotal"]


@dataclass(slots=True)
class ShownTotal:
    """How many bytes the cells of a run may still show together: what a page has room for."""

    left: int = 8 * 2**20


class ShownCell:
    """What one cell has shown so far, within its limit."""

    def __init__(self, limit: int, total: ShownTotal) -> None:
        self.seconds = 0.0
        self.error: str | None = None
        self.after_given = False
        self._shown: list[tuple[str, bytearray]] = []
        self._left, self._total = limit, total
        self._ids: dict[str, int] = {}

    def copy(self, total: ShownTotal) -> ShownCell:
        """Return the same, to be added to without changing this one; `total`: what its run's cells may still show."""
        other = ShownCell(self._left, total)
        other.seconds, other.error, other.after_given = self.seconds, self.error, self.after_given
        other._shown = [(kind, bytearray(data)) for kind, data in self._shown]
        other._ids = dict(self._ids)
        return other

    def show(self, kind: str, data: bytes, display_id: str | None) -> None:
        """Add one output; after the limit a single line says that the rest is left out."""
        if self._left <= 0:
            return
        size = max(len(data), 64)
        self._left = min(self._left, self._total.left) - size
        self._total.left -= size
        if self._left <= 0:
            kind, data, display_id = "stderr", b"... (the rest of this cell's output was left out)\n", None
        if display_id is not None and display_id in self._ids:
            self._shown[self._ids[display_id]] = (kind, bytearray(data))
        elif kind in ("stdout", "stderr") and self._shown and self._shown[-1][0] == kind:
            self._shown[-1][1].extend(data)
        else:
            self._shown.append((kind, bytearray(data)))
            if display_id is not None:
                self._ids[display_id] = len(self._shown) - 1

    def outputs(self) -> tuple[Output, ...]:
        """Return what was shown, text decoded."""
        return tuple(
            Output("png", data=bytes(data)) if kind == "png" else Output(kind, data.decode("utf-8", "replace"))  # type: ignore[arg-type]
            for kind, data in self._shown
        )
