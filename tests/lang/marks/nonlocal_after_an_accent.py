é = 1; nonlocal é
