import bisect, heapq, operator

h=[]; [heapq.heappush(h,x) for x in [5,1,4,2,3]]; print(h, [heapq.heappop(h) for _ in range(5)]); l=[5,3,1,4]; heapq.heapify(l); print(l, heapq.nlargest(2,l), heapq.nsmallest(2,[3,1,2],key=lambda x:-x), list(heapq.merge([1,4],[2,3])), heapq.heappushpop(l,0), heapq.heapreplace(l,9), l)
try: heapq.heappop([])
except IndexError as e: print(e)
print(bisect.bisect([1,2,2,3],2), bisect.bisect_left([1,2,2,3],2)); l=[1,3]; bisect.insort(l,2); print(l)
print(operator.itemgetter(1)([1,2]), operator.itemgetter(0,1)('ab'), operator.attrgetter('real')(3), operator.methodcaller('upper')('a'), operator.add(1,2), operator.index(5))
