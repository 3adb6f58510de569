"""Shims for the asyncio tests."""
