# limit: memory
text = "x"
while True:
    text = f"{text}{text}{f'{text}{text}'}"
