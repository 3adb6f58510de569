# limit: memory
text = "x"
while True:
    text += text
