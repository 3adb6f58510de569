def t(f,*a,**k):
    try: r=ascii(f(*a,**k))
    except BaseException as e: r=type(e).__name__+': '+str(e)
    print(ascii(a)[:70],ascii(k),r)
for spec in ('é>10','☃^9','😀<5','>5','^5','10.2','.0','.1s','s','5s','05','=5','d','é','\ud800>5','>>5','<<5','}>5','z','+','é10','1é','10é','_',',','#','00','.','.s','10.','é>é'):
    t(format,'ñ😀',spec)
t('{:é^{}}'.format,'x',7); t('{0[é]}'.format,{'é':1}); t('{é}'.format,é=5); t('{.é}'.format,1); t('%(é)s'.__mod__,{'é':2}); t('%é'.__mod__,1); t('%-5s|%5s|%.1s|%c|%c'.__mod__,('é','😀','ñx','é',128512)); t('%c'.__mod__,0x110000); t('%c'.__mod__,'ab'); t('%a %r'.__mod__,('é','é')); t('%c'.__mod__,0xd800)
t('{!é}'.format,1); t('{!ré}'.format,1); t('{'.format); t('é}'.format); t('{é'.format); t('{0.é[}'.format,1)
t('%5%|%-5c|%05d'.__mod__,('é',3)); t('é%'.__mod__,()); t('é%y'.__mod__,1); t('é%z'.__mod__,(1,))
t(str.center,'é',5,'☃'); t(str.ljust,'é',5,'☃☃'); t(str.zfill,'-é',5); t(str.zfill,'+é',5); t('é\tb'.expandtabs,4); t('a☃b'.partition,'☃'); t('a☃b☃c'.rpartition,'☃'); t('a☃b☃c'.rsplit,'☃',1)
t('aéb'.translate,{233:'☃',97:None}); t('aéb'.translate,{233:0x1f600}); t('a'.translate,{97:0x110000}); t(str.maketrans,'é☃','ab'); t(str.maketrans,{'é':1,'ab':2}); t(str.maketrans,'é','ab'); t(str.maketrans,'é','a','☃'); t('a'.translate,{97:1.5}); t('a'.translate,{97:-1})
t(chr,0x10ffff); t(chr,0x110000); t(chr,-1); t(chr,'a'); t(ord,''); t(ord,'ab'); t(ord,b'a'); t(ord,1); t(ord,'\U0010ffff'); t(ord, bytearray(b'x')); t(chr, 2**70)
t('é'.encode,'utf-8','strict'); t('é'.encode,encoding='latin-1'); t('é'.encode,1); t('é'.encode,'utf-8',1); t(bytes,'é'); t(bytes,'é','utf-8'); t(bytes,'é','ascii'); t(bytes,'é','ascii','ignore'); t(bytearray,'é','utf-16-le'); t(str,b'\xc3\xa9'); t(str,b'\xc3\xa9','utf-8'); t(str,b'\xff','utf-8'); t(str,b'\xff','utf-8','replace'); t(str,bytearray(b'\xc3\xa9'),'utf-8'); t(str,bytearray(b'ab'),'ascii'); t(str,'a','utf-8'); t(str,b'a',errors='strict'); t(bytearray(b'\xff').decode); t(b'\xe9'.decode,'latin-1'); t(b'a'.decode,encoding='ascii',errors='x')
