for s in ('abc', 'ABC', 'a1', '12', ' ', '', 'Ab Cd', 'x_y', '1a', '½', 'é'):
    print(repr(s), [s.isalpha(), s.isdigit(), s.isalnum(), s.isspace(), s.isupper(), s.islower(), s.istitle(), s.isidentifier()])
