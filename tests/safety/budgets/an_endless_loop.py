# limit: instructions
while True:
    pass
