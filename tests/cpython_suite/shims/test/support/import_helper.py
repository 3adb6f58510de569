"""Importing by name: the one module that is asked for."""

import asyncio


def import_module(name, deprecated=False, *, required_on=()):
    return {'asyncio': asyncio}[name]
