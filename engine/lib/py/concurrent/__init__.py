"""Running functions beside the program: concurrent.futures."""
