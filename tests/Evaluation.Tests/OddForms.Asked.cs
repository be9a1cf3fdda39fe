namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // What the framework asks of what it was given, and the compiler of what it makes use of.
    private static readonly (string Form, string Source, string Known)[] Asked =
    [
        (Form: "a lazy struct that makes itself", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S { public long V; public S() { Box.One.N = 5; V = 2; } }
            class C { public long M0 => Box.One.N; public C() { var l = new Lazy<S>(); var v = l.Value; } }
            """, Known: ""),
        (Form: "an array of structs that are initialised", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S { public long V; public S() { Box.One.N = 5; V = 2; } }
            class C { public long M0 => Box.One.N; public C() { var a = new S[2]; a.Initialize(); } }
            """, Known: ""),
        (Form: "a thread's local struct", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class S { public long V; public S() { Box.One.N = 5; V = 2; } }
            class C { public long M0 => Box.One.N; public C() { System.Threading.LazyInitializer.EnsureInitialized(ref s); }
                static S s; }
            """, Known: ""),
        (Form: "a provider that gives a formatter", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class F : ICustomFormatter { public string Format(string f, object a, IFormatProvider p) { Box.One.N = 5; return
                ""; } }
            class P : IFormatProvider { public object GetFormat(Type t) => new F(); }
            class C { public long M0 => Box.One.N; public string M1; public C() { M1 = string.Format(new P(), "{0}", 5); } }
            """, Known: ""),
        (Form: "an enumerable with an enumerator apart", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class E : IEnumerator<long> { public bool MoveNext() { Box.One.N = 5; return false; } public long Current => 1;
                object System.Collections.IEnumerator.Current => 1L; public void Reset() { } public void Dispose() { } }
            class Bag : IEnumerable<long> { public IEnumerator<long> GetEnumerator() => new E(); System.Collections.IEnumerator
                System.Collections.IEnumerable.GetEnumerator() => new E(); }
            class C { public long M0 => Box.One.N; public long M1; public C() { M1 = new Bag().Count(); } }
            """, Known: ""),
        (Form: "an old enumerable with an enumerator apart, joined", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class E : System.Collections.IEnumerator { public bool MoveNext() { Box.One.N = 5; return false; } public object
                Current => 1L; public void Reset() { } }
            class Bag : System.Collections.IEnumerable { public System.Collections.IEnumerator GetEnumerator() => new E(); }
            class C { public long M0 => Box.One.N; public C() { var l = new Bag().Cast<long>().ToList(); } }
            """, Known: ""),
        (Form: "a collection around a list of the user's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class L : IList<long> { public long this[int i] { get { Box.One.N = 7; return 1; } set { } } public int Count { get
                { Box.One.N = 5; return 1; } } public bool IsReadOnly => false; public void Add(long x) { } public void Clear()
                { } public bool Contains(long x) => false; public void CopyTo(long[] a, int i) { } public IEnumerator<long>
                GetEnumerator() => null; public int IndexOf(long x) => 0; public void Insert(int i, long x) { } public bool
                Remove(long x) => false; public void RemoveAt(int i) { } System.Collections.IEnumerator
                System.Collections.IEnumerable.GetEnumerator() => null; }
            class C { public long M0 => Box.One.N; public long M1; public C() { var c = new
                System.Collections.ObjectModel.ReadOnlyCollection<long>(new L()); Box.One.N = 2; M1 = c.Count; } }
            """, Known: ""),
        (Form: "a collection around a list of the user's own, indexed", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class L : IList<long> { public long this[int i] { get { Box.One.N = 7; return 1; } set { } } public int Count => 1;
                public bool IsReadOnly => false; public void Add(long x) { } public void Clear() { } public bool Contains(long
                x) => false; public void CopyTo(long[] a, int i) { } public IEnumerator<long> GetEnumerator() => null; public
                int IndexOf(long x) => 0; public void Insert(int i, long x) { } public bool Remove(long x) => false; public
                void RemoveAt(int i) { } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null;
                }
            class C { readonly System.Collections.ObjectModel.Collection<long> c = new(new L()); public long M0 => Box.One.N;
                public long M1; public C() { Box.One.N = 2; M1 = c[0]; } }
            """, Known: ""),
        (Form: "memory whose manager is the user's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Man : System.Buffers.MemoryManager<long> { readonly long[] a = new long[3]; public override Span<long>
                GetSpan() { Box.One.N = 5; return a; } public override System.Buffers.MemoryHandle Pin(int i) => default;
                public override void Unpin() { } protected override void Dispose(bool d) { } }
            class C { public long M0 => Box.One.N; public C() { Memory<long> m = new Man().Memory; Box.One.N = 2; var s =
                m.Span; } }
            """, Known: ""),
        (Form: "a writer with a provider of the user's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class P : IFormatProvider { public object GetFormat(Type t) { Box.One.N = 5; return null; } }
            class C { public long M0 => Box.One.N; public C() { var w = new System.IO.StringWriter(new P()); Box.One.N = 2;
                w.Write(1.5); } }
            """, Known: ""),
        (Form: "a blocking collection around one of the user's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Q : System.Collections.Concurrent.IProducerConsumerCollection<long> { public int Count => 0; public bool
                IsSynchronized => false; public object SyncRoot => this; public void CopyTo(long[] a, int i) { } public void
                CopyTo(Array a, int i) { } public IEnumerator<long> GetEnumerator() => null; System.Collections.IEnumerator
                System.Collections.IEnumerable.GetEnumerator() => null; public long[] ToArray() => new long[0]; public bool
                TryAdd(long x) { Box.One.N = 5; return true; } public bool TryTake(out long x) { x = 1; return true; } }
            class C { public long M0 => Box.One.N; public C() { var b = new
                System.Collections.Concurrent.BlockingCollection<long>(new Q()); Box.One.N = 2; b.Add(4); } }
            """, Known: ""),
        (Form: "a typed reference to a local", Source: """
            class C { public readonly long M0; public C() { long n = 1; var r = __makeref(n); __refvalue(r, long) = 5; M0 = n;
                } }
            """, Known: ""),
        (Form: "a typed reference to a field", Source: """
            class C { long n = 1; public long M0 => n; public C() { var r = __makeref(n); n = 2; __refvalue(r, long) = 5; } }
            """, Known: ""),
        (Form: "a typed reference to a parameter", Source: """
            class C { static long F(long n) { var r = __makeref(n); __refvalue(r, long) = 5; return n; } public readonly long
                M0 = F(1); }
            """, Known: ""),
        (Form: "a span beyond a reference", Source: """
            class C { [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential)] class
                P { public long A = 1, B = 2; } readonly P p = new(); public long M0 => p.A; public long M1 => p.B; public C()
                { var s = System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref p.A, 2); p.B = 3; s[1] = 7; } }
            """, Known: ""),
        (Form: "a span over a struct's parts", Source: """
            struct P { public long A, B; }
            class C { P p; public long M0 => p.A; public long M1 => p.B; public C() { var s =
                System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref p, 1); p.A = 3; p.B = 4; var t =
                System.Runtime.InteropServices.MemoryMarshal.Cast<P, long>(s); t[1] = 9; t[0] = 8; } }
            """, Known: ""),
        (Form: "bytes of a field", Source: """
            class C { long n = 1; public long M0 => n; public C() { var b =
                System.Runtime.InteropServices.MemoryMarshal.AsBytes(new Span<long>(ref n)); n = 2; b[0] = 9; } }
            """, Known: ""),
        (Form: "a read-only span made writable", Source: """
            class C { long n = 1; public long M0 => n; public C() { ReadOnlySpan<long> r = new(ref n); n = 2;
                System.Runtime.InteropServices.MemoryMarshal.GetReference(r) = 9; } }
            """, Known: ""),
        (Form: "a span kept in a ref struct by a method that returns nothing", Source: """
            ref struct Keep { public Span<long> S; public void Take(Span<long> s) { S = s; } }
            class C { long n = 1; public long M0 => n; public C() { Keep k = default; k.Take(new Span<long>(ref n)); n = 2;
                k.S[0] = 9; } }
            """, Known: ""),
        (Form: "a method that throws by the surroundings, caught outside", Source: """
            class C { long n = 1; long F() { n = 2; if (Environment.TickCount64 > 0) throw new Exception(); n = 3; return 5; }
                public long M0 => n; public long M1 = 1; public C() { try { M1 = F(); } catch { } } }
            """, Known: ""),
        (Form: "a property initialiser that throws in another's static", Source: """
            class Box { public static readonly long N = F(); static long F() { if (Environment.TickCount64 > 0) throw new
                Exception(); return 5; } }
            class C { public long M0 = 1; public long M1 = 1; public C() { try { M0 = Box.N; } catch { M1 = 2; } } }
            """, Known: ""),
        (Form: "a culture of the user's own, set in a try", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Cul : System.Globalization.CultureInfo { public Cul() : base("en") { } public override
                System.Globalization.NumberFormatInfo NumberFormat { get { Box.One.N = 5; return base.NumberFormat; } set { } }
                public override object GetFormat(Type t) { Box.One.N = 5; return base.GetFormat(t); } }
            class C { public long M0 => Box.One.N; public string M1; public C() { var was =
                System.Globalization.CultureInfo.CurrentCulture; try { System.Globalization.CultureInfo.CurrentCulture = new
                Cul(); } catch { } Box.One.N = 2; M1 = 5.5.ToString(); System.Globalization.CultureInfo.CurrentCulture = was; }
                }
            """, Known: ""),
        (Form: "a lazy with a mode", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class S { public S() { Box.One.N = 5; } }
            class C { public long M0 => Box.One.N; readonly Lazy<S> l = new(true); public C() { Box.One.N = 2; var v = l.Value;
                } }
            """, Known: ""),
        (Form: "an activator of a struct", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S { public S() { Box.One.N = 5; } }
            class C { public long M0 => Box.One.N; static T Make<T>() where T : new() => new T(); public C() { var v =
                Make<S>(); } }
            """, Known: ""),
        (Form: "a weak table that makes its values", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class S { public S() { Box.One.N = 5; } }
            class C { public long M0 => Box.One.N; static readonly ConditionalWeakTable<object, S> t = new(); public C() { var
                v = t.GetOrCreateValue(this); } }
            """, Known: ""),
        (Form: "a grouping key that compares", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            record struct K(long A) { public override int GetHashCode() { Box.One.N = 5; return 1; } }
            class C { public long M0 => Box.One.N; public C() { var g = new[] { new K(1), new K(1) }.GroupBy(k => k).Count(); }
                }
            """, Known: ""),
        (Form: "a distinct of structs", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct K : IEquatable<K> { public bool Equals(K o) { Box.One.N = 5; return true; } public override int
                GetHashCode() => 1; }
            class C { public long M0 => Box.One.N; public C() { var g = new[] { new K(), new K() }.Distinct().ToList(); } }
            """, Known: ""),
        (Form: "a max by what compares", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class K : IComparable<K> { public int CompareTo(K o) { Box.One.N = 5; return 1; } }
            class C { public long M0 => Box.One.N; public C() { var g = new[] { new K(), new K() }.Max(); } }
            """, Known: ""),
        (Form: "structural equality of arrays", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class K { public override bool Equals(object o) { Box.One.N = 5; return true; } public override int GetHashCode()
                => 1; }
            class C { public long M0 => Box.One.N; public C() { var g = ((System.Collections.IStructuralEquatable)new[] { new
                K() }).Equals(new[] { new K() }, EqualityComparer<object>.Default); } }
            """, Known: ""),
        (Form: "a convertible by Convert", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct K : IFormattable { public string ToString(string f, IFormatProvider p) { Box.One.N = 5; return ""; } }
            class C { public long M0 => Box.One.N; public string M1; public C() { M1 = Convert.ToString((object)new K()); } }
            """, Known: ""),
        (Form: "a span formattable in a span handler", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct K : ISpanFormattable { public string ToString(string f, IFormatProvider p) => ""; public bool
                TryFormat(Span<char> d, out int n, ReadOnlySpan<char> f, IFormatProvider p) { Box.One.N = 5; n = 0; return
                true; } }
            class C { public long M0 => Box.One.N; public C() { Span<char> s = stackalloc char[9]; s.TryWrite($"a{new K()}",
                out int n); } }
            """, Known: ""),
        (Form: "a property of a foreign base that calls an override, later", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Man : System.Buffers.MemoryManager<long> { readonly long[] a = new long[3]; public override Span<long>
                GetSpan() { Box.One.N = 5; return a; } public override System.Buffers.MemoryHandle Pin(int i) => default;
                public override void Unpin() { } protected override void Dispose(bool d) { } }
            class C { readonly Man m = new(); public long M0 => Box.One.N; public C() { Box.One.N = 2; var l = m.Memory; } }
            """, Known: ""),
        (Form: "a property of a foreign base by its receiver's initialiser", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class W : System.IO.StringWriter { public override System.Text.Encoding Encoding { get { Box.One.N = 5; return
                null; } } public override IFormatProvider FormatProvider { get { Box.One.N = 6; return null; } } }
            class C { readonly W w = new(); public long M0 => Box.One.N; public C() { Box.One.N = 2; var e =
                ((System.IO.TextWriter)w).Encoding; } }
            """, Known: ""),
        (Form: "a comparer that is kept by another name", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Cmp : IComparer<long> { public int Compare(long a, long b) { Box.One.N = 5; return a.CompareTo(b); } }
            class C { static object Any() => Environment.TickCount64 > 0 ? new Cmp() : null; public long M0 => Box.One.N;
                public C() { var s = new SortedSet<long>((IComparer<long>)Any()); Box.One.N = 2; s.Add(3); s.Add(4); } }
            """, Known: ""),
        (Form: "a collection kept by another name", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class L : System.Collections.ObjectModel.Collection<long> { protected override void InsertItem(int i, long x) {
                Box.One.N = 5; base.InsertItem(i, x); } }
            class C { public long M0 => Box.One.N; public C() { IList<long> l = new L(); Box.One.N = 2; l.Add(3); } }
            """, Known: ""),
        (Form: "a dictionary that wraps one of the user's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class D : System.Collections.Generic.Dictionary<long, long>, IEnumerable<KeyValuePair<long, long>> {
                IEnumerator<KeyValuePair<long, long>> IEnumerable<KeyValuePair<long, long>>.GetEnumerator() { Box.One.N = 5;
                return base.GetEnumerator(); } }
            class C { public long M0 => Box.One.N; public C() { var r = new
                System.Collections.ObjectModel.ReadOnlyDictionary<long, long>(new D()); Box.One.N = 2; foreach (var x in r) { }
                } }
            """, Known: ""),
        (Form: "an adapter of an old list", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class L : System.Collections.ArrayList { public override int Count { get { Box.One.N = 5; return 1; } } }
            class C { public long M0 => Box.One.N; public C() { var a = System.Collections.ArrayList.Adapter(new L());
                Box.One.N = 2; var n = a.Count; } }
            """, Known: ""),
        (Form: "an old list that is synchronised", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class L : System.Collections.ArrayList { public override int Add(object o) { Box.One.N = 5; return 1; } }
            class C { public long M0 => Box.One.N; public C() { var a = System.Collections.ArrayList.Synchronized(new L());
                Box.One.N = 2; a.Add("x"); } }
            """, Known: ""),
        (Form: "an observable list that tells its handlers", Source: """
            class C { long n = 1; public long M0 => n; readonly System.Collections.ObjectModel.ObservableCollection<long> c =
                new(); void Told(object s, System.Collections.Specialized.NotifyCollectionChangedEventArgs e) { n = 5; } public
                C() { c.CollectionChanged += Told; n = 2; c.Add(3); } }
            """, Known: ""),
        (Form: "a token that calls back", Source: """
            class C { long n = 1; public long M0 => n; public C() { var t = new System.Threading.CancellationTokenSource();
                t.Token.Register(Up); n = 2; t.Cancel(); } void Up() { n = 5; } }
            """, Known: ""),
        (Form: "an async local that tells its handler", Source: """
            class C { long n = 1; public long M0 => n; void Told(System.Threading.AsyncLocalValueChangedArgs<long> a) { n = 5;
                } public C() { var l = new System.Threading.AsyncLocal<long>(Told); n = 2; l.Value = 3; } }
            """, Known: ""),
        (Form: "a thread that runs a method", Source: """
            class C { long n = 1; public long M0 => n; void Up() { n = 5; } public C() { var t = new
                System.Threading.Thread(Up); n = 2; t.Start(); t.Join(); } }
            """, Known: ""),
        (Form: "parallel loops", Source: """
            class C { long n = 1; public long M0 => n; public C() { System.Threading.Tasks.Parallel.For(0, 3, i => n = 5); } }
            """, Known: ""),
        (Form: "a thread-local value that is made by a method", Source: """
            class C { static long n = 1; public long M0 => n; static long Make() { n = 5; return 1; } public C() { var t = new
                System.Threading.ThreadLocal<long>(Make); n = 2; var x = t.Value; } }
            """, Known: ""),
        (Form: "a config's own statics that a constructor counts", Source: """
            [TrainingConfig] public partial class C { public static long S = 1; public long M0 = S++; public long M1 => S;
                public static long M2 => S; }
            """, Known: "M0 M1"),
        (Form: "a config's own statics that another type's start changes", Source: """
            class Other { static Other() { C.S = 5; } public static readonly long K = 3; }
            [TrainingConfig] public partial class C { public static long S = 1; public static long M0 => S; public static long
                M1 => Other.K; public long M2 = Other.K; }
            """, Known: "M1 M2"),
        (Form: "a config's own statics that another type's initialiser changes, without a constructor", Source: """
            class Other { public static readonly long K = C.S = 7; }
            [TrainingConfig] public static partial class C { public static long S = 1; public static long M0 => S; public
                static long M1 = Other.K; public static long M2 = S; }
            """, Known: ""),
    ];
}
