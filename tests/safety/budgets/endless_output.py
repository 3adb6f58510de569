# limit: output
while True:
    print("and on, and on, and on, and on, and on, and on, and on, and on, and on")
