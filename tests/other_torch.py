"""A worker on a torch without one name of its private API, as another version of torch may be."""

from __future__ import annotations

import torch

from autograder.worker.worker import main, prepare, warm

__all__ = ["main", "prepare", "warm"]

del torch._C._dispatch_library
