def t(f,*a,**k):
    try: r=ascii(f(*a,**k))
    except BaseException as e: r=type(e).__name__+': '+str(e)
    print(ascii(a)[:70],ascii(k),r)
for s in ('ß','ŉ','ΌΣ','ΑΣ Σ','İ','ǅ','ﬁ','ὈΔΥΣΣΕΎΣ','ᾳ','ᾼ','Ꮭ','ꭰ','ა','Ა','ﬀ','ẞ','ſ','K','Å','aͅΣ','Σ','ΣΑ','A.Σ','Σ.', 'a\u00adΣ','\u0345','dž','ǆx','o\'neil','ʼn','1a','ⅳ','ⓐ'):
    print(ascii(s),[ascii(getattr(s,m)()) for m in ('upper','lower','title','capitalize','swapcase','casefold')],s.istitle(),s.isupper(),s.islower())
for s in ('a\u2028b\x85c\x1cd\r\ne\x0bf\x0cg\rh\n',' \xa0\u2003x\u200b\u3000','１２３','٣','½','²','Ⅷ','a\u0301'):
    print(ascii(s.splitlines()),ascii(s.splitlines(True)),ascii(s.split()),ascii(s.strip()),s.isdigit(),s.isdecimal(),s.isnumeric(),s.isalnum(),s.isspace())
t(int,'１２３'); t(int,'٣٤'); t(float,'١.٥'); t(int,'²'); t(int,' \u20035\u2003'); t(float,'½'); t(complex,'１+２j'); t(int,'1_0'); t(int,'٣',8); t(int, '\ud800')
t(float,'\ud800'); t(int,'é'); t(float,'é'); t(complex,'é'); t(int,'é'*300); 
