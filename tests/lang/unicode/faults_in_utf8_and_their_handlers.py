def t(f,*a,**k):
    try: r=ascii(f(*a,**k))
    except BaseException as e: r=type(e).__name__+': '+str(e)
    print(ascii(a)[:70],ascii(k),r)
for b in (b'\xc3',b'\xc3(',b'\xe2\x98',b'\xe2\x28\xa1',b'\xf0\x9f\x98',b'\xf0\x28\x8c\xbc',b'\xf8\x88\x80\x80\x80',b'\xc0\x80',b'\xe0\x80\x80',b'\xed\xa0\x80',b'\xed\xa0\x80\xed\xb0\x80',b'\xf4\x90\x80\x80',b'\x80',b'a\xffb\xfe',b'\xe2\x98\x83\xe2',b'\xf0\x80\x80\x80',b'\xf1\x80\x80\xff', b'\xe1\x80\xe2\xf0\x91\x92\xf1\xbf\x41'):
    for h in ('strict','replace','ignore','backslashreplace','surrogateescape','surrogatepass','xmlcharrefreplace','namereplace'):
        t(b.decode,'utf-8',h)
for h in ('strict','replace','ignore','backslashreplace','xmlcharrefreplace','namereplace','surrogateescape','surrogatepass'):
    for c in ('ascii','latin-1','utf-8'):
        t('é☃\udc80\ud800b\udcff'.encode,c,h)
e=UnicodeDecodeError('utf-8',b'abc\xff',3,4,'bad'); print(e,repr(e),e.args,e.object,e.start,e.end,e.reason,e.encoding)
e=UnicodeEncodeError('ascii','aé☃',1,3,'bad'); print(e,repr(e)); e.start=2; print(e); e.reason='other'; print(e,e.args)
e=UnicodeEncodeError('ascii','a\U0001f600☃',1,2,'bad'); print(e); e=UnicodeEncodeError('ascii','a☃',1,2,'bad'); print(e); 
e=UnicodeTranslateError('a☃b',1,2,'bad'); print(e,repr(e)); e=UnicodeTranslateError('a☃b',1,3,'bad'); print(e)
t(UnicodeDecodeError,1); t(UnicodeEncodeError,'a',b'',0,1,'r'); t(UnicodeEncodeError); t(UnicodeTranslateError,'a',1)
