# limit: any
group = ValueError("x")
while True:
    group = ExceptionGroup("g", [group, group])
