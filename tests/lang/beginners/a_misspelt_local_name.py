def greet(name):
    return "hi " + nmae
greet("x")
