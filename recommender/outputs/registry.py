"""Where formats, payloads, views and tables are found: one file each, read when first asked for."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Registry(Generic[Key, Value]):
    """What the modules of one package have registered, by key."""

    def __init__(self, package: str) -> None:
        self._package = package
        self._found: dict[Key, Value] = {}

    def add(self, key: Key) -> Callable[[Value], Value]:
        """Register the decorated function under `key`; a second one is our bug."""

        def keep(value: Value) -> Value:
            if key in self._found:
                raise ValueError(f"'{key}' is registered twice in {self._package}")
            self._found[key] = value
            return value

        return keep

    def modules(self) -> list[str]:
        """The modules that may register something, in name order."""
        package = importlib.import_module(self._package)
        return sorted(found.name for found in pkgutil.iter_modules(package.__path__) if not found.name.startswith("_"))

    def find(self, key: Key, module: str) -> Value | None:
        """What is registered under `key`. `module` is read first, and the others only if it is not there."""
        if key not in self._found and module in self.modules():
            importlib.import_module(f"{self._package}.{module}")
        return self._found[key] if key in self._found else self.all().get(key)

    def of_type(self: Registry[type, Value], kind: type) -> Value:
        """What is registered for a type, which is mostly in the module of its name."""
        found = self.find(kind, kind.__name__.lower())
        if found is None:
            raise LookupError(f"nothing in {self._package} is for {kind.__name__}")
        return found

    def all(self) -> Mapping[Key, Value]:
        """Everything registered, after reading every module of the package."""
        for module in self.modules():
            importlib.import_module(f"{self._package}.{module}")
        return self._found
