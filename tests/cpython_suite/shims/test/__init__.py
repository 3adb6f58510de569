"""Ours in the place of CPython's package of the same name: what its asyncio tests need of it."""
