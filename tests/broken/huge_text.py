print(len("ab" * 3_000_000_000))
