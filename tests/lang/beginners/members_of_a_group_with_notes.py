def f():
    try:
        raise ValueError(1)
    except ValueError as e:
        e.add_note("hey")
        return e
raise ExceptionGroup("many", [f() for _ in range(3)] + [OSError(2, "No such")])
