namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    private static readonly (string Form, string Source, string Known)[] NewerLast =
    [
        (Form: "a partial constructor that is primary to others", Source: """
            partial class T
            {
                public long N = 1;
                public partial T(long n);
                public T() : this(5) { N *= 2; }
            }
            partial class T { public partial T(long n) { N += n; } }
            class C
            {
                static readonly T A = new(), B = new(7);
                public long M0 => A.N;
                public long M1 => B.N;
            }
            """, Known: "M0 M1"),
        (Form: "a partial property whose parts differ in default and accessors", Source: """
            partial class T
            {
                public partial long N { get; set; }
                public partial long K { get; }
                public partial long this[int i = 3] { get; }
            }
            partial class T
            {
                long n = 5;
                public partial long N { get => n; set => n = value * 2; }
                public partial long K => n + 1;
                public partial long this[int i] => i * n;
            }
            class C
            {
                readonly T t = new() { N = 4 };
                public long M0 => t.N;
                public long M1 => t.K;
                public long M2 => t[2];
            }
            """, Known: "M0 M1"),
        (Form: "an inline array that is written through a span", Source: """
            [InlineArray(4)] struct Buffer { long first; }
            class C
            {
                Buffer b;
                long n = 1;
                public long M0 => b[1];
                public long M1 => n;
                public C()
                {
                    b[1] = 5;
                    Span<long> s = b;
                    s[1] = n = 6;
                }
            }
            """, Known: ""),
        (Form: "a ref field in a ref struct that a method keeps", Source: """
            ref struct Holder(ref long n)
            {
                ref long kept = ref n;
                public void Up() => kept += 5;
                public static Holder Of(ref long n) => new(ref n);
            }
            class C
            {
                public long M0 = 1, M1 = 2;
                public C()
                {
                    var h = Holder.Of(ref M0);
                    M0 = 10;
                    h.Up();
                }
            }
            """, Known: "M1"),
        (Form: "ref readonly parameters and their aliases", Source: """
            class C
            {
                long n = 1;
                public long M0 => n;
                public readonly long M1;
                long Sum(ref readonly long x, long y) => x + y;
                public C()
                {
                    M1 = Sum(ref n, n = 5);
                }
            }
            """, Known: ""),
        (Form: "a lock of the new kind and an implicit index", Source: """
            class Buffer { public long[] Data = new long[4]; }
            class C
            {
                readonly System.Threading.Lock gate = new();
                long n = 1;
                readonly Buffer b = new() { Data = { [^1] = 7 } };
                public long M0 => n;
                public long M1 => b.Data[3];
                public long M2 { get; } = 3;
                public C()
                {
                    lock (gate) n = 5;
                }
            }
            """, Known: "M2"),
        (Form: "an alias of any type", Source: """
            class C
            {
                static (long, long) Pair => (1, 2);
                public long M0 { get; } = nameof(List<>).Length;
                public long M1 => Sum(a: 1);
                static long Sum(long a, long b = 5) => a + b;
                public long M2 => ((Func<long, long>)((long x) => x + 1))(4);
            }
            """, Known: "M1"),
        (Form: "a ref struct that implements an interface", Source: """
            interface I { long N { get; set; } }
            ref struct S : I { public long N { get; set; } }
            class C
            {
                static long Up<T>(ref T x) where T : I, allows ref struct { x.N += 5; return x.N; }
                public readonly long M0, M1;
                public C()
                {
                    var s = new S { N = 1 };
                    M0 = Up(ref s);
                    M1 = s.N;
                }
            }
            """, Known: ""),
        (Form: "an event and a constructor in parts", Source: """
            partial class T
            {
                public long N = 1;
                public partial event Action Changed;
                public partial T();
            }
            partial class T
            {
                public partial event Action Changed { add { N = 5; } remove { N = 6; } }
                public partial T() { N = 2; }
            }
            class C
            {
                readonly T t = new(), u = new();
                public long M0 => t.N;
                public C()
                {
                    t.Changed += () => { };
                }
            }
            """, Known: ""),
        (Form: "a user's checked and unchecked conversions", Source: """
            struct S
            {
                public long V;
                public static explicit operator checked int(S s) => 1;
                public static explicit operator int(S s) => 2;
                public static implicit operator S(long v) => new() { V = v };
            }
            class C
            {
                static readonly S A = 5L;
                public long M0 => checked((int)A);
                public long M1 => unchecked((int)A);
                public long M2 => (long)(int)A + 1;
            }
            """, Known: "M1 M2"),
        (Form: "a read-only reference that is written", Source: """
            class C
            {
                public long M0 = 1;
                long m = 2;
                public long M1 => m;
                static void Evil(in long x) { Unsafe.AsRef(in x) = 7; }
                public C()
                {
                    Unsafe.AsRef(in M0) = 5;
                    Evil(in m);
                }
            }
            """, Known: ""),
    ];
}
