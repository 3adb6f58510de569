match command:
    case 1 | -1:
        a
    case None:
        b
    case [x, 2, *rest] if x:
        c
    case [first, *_]:
        d
    case {"k": v, **more}:
        e
    case Point(0, y=yy) | Line(yy) as whole:
        f
    case _:
        g
