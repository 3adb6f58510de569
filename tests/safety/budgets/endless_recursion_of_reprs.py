# limit: RecursionError: maximum recursion depth exceeded
class Thing:
    def __repr__(self):
        return f"<{[self]}>"


print(Thing())
