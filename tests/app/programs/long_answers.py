def talker():
    told = yield "the first of many answers that are too long for a cell"
    while told:
        told = yield f"you said {told}, and that is as long as the first one was"


def main():
    talk = talker()
    next(talk)
    for word in "a word of my own that is long as well", "another one of the same kind":
        talk.send(word)


main()
