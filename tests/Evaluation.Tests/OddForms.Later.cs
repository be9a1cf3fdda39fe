namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    private static readonly (string Form, string Source, string Known)[] Later =
    [
        (Form: "a constant that is shadowed by a property", Source: """
            static class Unit { public const long B = 1000; }
            class C
            {
                static long n;
                long Unit
                {
                    get
                    {
                        n++;
                        return 7;
                    }
                }
                public long M0 { get; set; } = 3 * N0.Scale.B;
                public long M1 => Unit;
                class N0 { public static class Scale { public const long B = 10; } }
            }
            """, Known: "M0"),
        (Form: "arithmetic of constants of several types", Source: """
            enum E { A = 3, B = A * 2 }
            class C
            {
                const int K = 7;
                const byte S = 200;
                const double D = 0.5;
                public long M0 { get; set; } = K * 1_000_000_000L;
                public int M1 { get; set; } = S + S;
                public double M2 { get; set; } = K / 2 * D;
                public long M3 { get; set; } = -(K << 3) % 5;
                public int M4 { get; set; } = (int)E.B + 1;
                public uint M5 { get; set; } = unchecked((uint)-K);
                public float M6 { get; set; } = K * 1.1f;
                public long? M7 { get; set; } = K + 1;
                public ulong M8 { get; set; } = ulong.MaxValue - K;
                public bool M9 { get; set; } = !true;
                public string M10 { get; set; } = "a" + nameof(K);
                public char M11 { get; set; } = 'a';
            }
            """, Known: "M0 M1 M2 M3 M4 M6 M7 M8"),
        (Form: "an initialiser converted by an operator that counts", Source: """
            struct Amount
            {
                public static int Made;
                public long V;
                public static implicit operator Amount(long v)
                {
                    Made++;
                    return new Amount { V = v };
                }
            }
            class C
            {
                const long K = 5;
                public Amount A { get; set; } = K * 2;
                public long M0 { get; set; } = Amount.Made;
                public long M1 => A.V;
            }
            """, Known: ""),
        (Form: "a constant of a base, hidden below", Source: """
            class A { protected const long K = 2; }
            class B : A { protected new const long K = 3; }
            class C : B
            {
                public long M0 { get; set; } = K * 10;
                public long M1 { get; set; } = A.K * 10;
            }
            """, Known: "M0 M1"),
        (Form: "nested types that hide an outer constant", Source: """
            static class Q { public const long B = 4; }
            class C
            {
                static class Q { public static long B => 9; }
                public long M0 { get; set; } = 2 * Q.B;
                public long M1 { get; set; } = 2 * Inner.Get;
                static class Inner { public static long Get = 6 * Q.B; }
            }
            """, Known: "M0"),
        (Form: "a queue that hands objects out again", Source: """
            class S { public long P = 1; }
            class C
            {
                readonly S s = new S();
                public long M0 => s.P;
                public long M1 { get; set; } = 2;
                public C()
                {
                    var queue = new Queue<S>();
                    queue.Enqueue(s);
                    queue.Dequeue().P = 5;
                    M1 = 3;
                }
            }
            """, Known: "M1"),
        (Form: "a dictionary changed through its indexer", Source: """
            class C
            {
                readonly Dictionary<string, long[]> d = new Dictionary<string, long[]> { ["a"] = new long[] { 1, 2 } };
                public long M0 => d["a"][0];
                public long M1 => d.Count;
                public C()
                {
                    d["a"][0] = 7;
                    d["b"] = null;
                }
            }
            """, Known: ""),
        (Form: "a lazy value made with an effect", Source: """
            class C
            {
                long n = 1;
                readonly Lazy<long> lazy;
                public long M0 => n;
                public long M1 { get; }
                public C()
                {
                    lazy = new Lazy<long>(() => n = 9);
                    M1 = lazy.Value;
                }
            }
            """, Known: ""),
        (Form: "a comparer that counts while sorting", Source: """
            class C
            {
                long n = 1;
                public long M0 => n;
                public long M1 { get; set; } = 4;
                public C()
                {
                    var list = new List<int> { 3, 1, 2 };
                    list.Sort((a, b) =>
                    {
                        n = 8;
                        return a - b;
                    });
                }
            }
            """, Known: "M1"),
        (Form: "a hash code with an effect", Source: """
            class Key
            {
                public static long Asked = 1;
                public override int GetHashCode()
                {
                    Asked = 5;
                    return 1;
                }
                public override bool Equals(object o) => true;
            }
            class C
            {
                public long M0 => Key.Asked;
                public long M1 { get; }
                public C()
                {
                    var set = new HashSet<Key> { new Key() };
                    M1 = set.Count;
                }
            }
            """, Known: ""),
        (Form: "ToString in an interpolation and a concatenation", Source: """
            class Name
            {
                public long Shown = 1;
                public override string ToString()
                {
                    Shown = 6;
                    return "n";
                }
            }
            class C
            {
                readonly Name a = new Name(), b = new Name();
                public long M0 => a.Shown;
                public long M1 => b.Shown;
                public long M2 { get; set; } = 3;
                public C()
                {
                    string text = $"{a}";
                    text = "x" + b;
                }
            }
            """, Known: "M2"),
        (Form: "a finally that assigns", Source: """
            class C
            {
                public long M0 { get; set; } = 1;
                public long M1 { get; set; } = 2;
                public C()
                {
                    try
                    {
                        M0 = 3;
                    }
                    finally
                    {
                        M0 = 4;
                    }
                }
            }
            """, Known: "M1"),
        (Form: "an exception filter that assigns", Source: """
            class C
            {
                public long M0 { get; set; } = 1;
                bool Note()
                {
                    M0 = 5;
                    return false;
                }
                public C()
                {
                    try
                    {
                        try
                        {
                            throw new Exception();
                        }
                        catch when (Note())
                        {
                        }
                    }
                    catch
                    {
                    }
                }
            }
            """, Known: ""),
        (Form: "goto out of a switch", Source: """
            class C
            {
                public long M0 { get; set; } = 1;
                public long M1 { get; set; } = 2;
                public C()
                {
                    switch (M0)
                    {
                        case 1:
                            M0 = 7;
                            goto case 2;
                        case 2:
                            M1 = 8;
                            break;
                    }
                }
            }
            """, Known: ""),
        (Form: "a loop that ends after one turn", Source: """
            class C
            {
                public long M0 { get; set; } = 1;
                public long M1 { get; set; } = 2;
                public C()
                {
                    do
                    {
                        M0 = 7;
                        break;
                    }
                    while (true);
                    for (; M1 < 100;) M1 *= 10;
                }
            }
            """, Known: ""),
        (Form: "an assignment in a default argument's place, by name and out of order", Source: """
            class C
            {
                long n = 1;
                static long F(long a, long b) => (a * 10) + b;
                public long M0 { get; }
                public long M1 => n;
                public C()
                {
                    M0 = F(b: n++, a: n);
                }
            }
            """, Known: "M0 M1"),
        (Form: "compound assignment that reads before its value changes it", Source: """
            class C
            {
                long n = 1;
                public long M0 => n;
                long Set()
                {
                    n = 50;
                    return 5;
                }
                public C()
                {
                    n += Set();
                }
            }
            """, Known: ""),
        (Form: "an array element as a ref argument", Source: """
            class C
            {
                readonly long[] a = { 1, 2, 3 };
                public long M0 => a[1];
                public long M1 => a.Length;
                static void Set(ref long x)
                {
                    x = 9;
                }
                public C()
                {
                    Set(ref a[1]);
                }
            }
            """, Known: ""),
        (Form: "a struct in an array and its copy", Source: """
            struct V { public long P; }
            class C
            {
                readonly V[] a = { new V { P = 1 } };
                public long M0 => a[0].P;
                public long M1 { get; }
                public C()
                {
                    var copy = a[0];
                    copy.P = 5;
                    a[0].P = 6;
                    M1 = copy.P;
                }
            }
            """, Known: ""),
        (Form: "a readonly struct field that a method would change", Source: """
            struct V
            {
                public long P;
                public long Up()
                {
                    return ++P;
                }
            }
            class C
            {
                readonly V v = new V { P = 1 };
                V w = new V { P = 1 };
                public long M0 => v.P;
                public long M1 => w.P;
                public long M2 { get; }
                public C()
                {
                    w.Up();
                    M2 = Read();
                }
                long Read() => v.Up() + v.Up();
            }
            """, Known: ""),
        (Form: "a base constructor that calls an override before the initialisers of a field", Source: """
            class B
            {
                protected B()
                {
                    Set();
                }
                protected virtual void Set()
                {
                }
            }
            class C : B
            {
                long n = 1;
                long m;
                public long M0 => n;
                public long M1 => m;
                protected override void Set()
                {
                    n = 5;
                    m = 6;
                }
            }
            """, Known: ""),
        (Form: "static fields in two parts of a class", Source: """
            partial class C { static long a = 2; public static long M0 = a * 3; }
            partial class C { public static long M1 = a + M0; }
            """, Known: ""),
        (Form: "statics of generic types are not shared", Source: """
            class G<T> { public static long P = 1; }
            class C
            {
                public long M0 => G<int>.P;
                public long M1 => G<string>.P;
                public C()
                {
                    G<int>.P = 5;
                }
            }
            """, Known: ""),
        (Form: "code of a generic type that assigns its own static", Source: """
            class G<T>
            {
                public static long P = 1;
                public static void Set()
                {
                    P = 6;
                }
            }
            class C
            {
                public long M0 => G<int>.P;
                public long M1 => G<string>.P;
                public C()
                {
                    G<int>.Set();
                }
            }
            """, Known: ""),
        (Form: "a method group kept in a field", Source: """
            class C
            {
                long n = 1;
                Func<long> f;
                long Up() => n = 7;
                public long M0 => n;
                public long M1 { get; set; } = 2;
                public C()
                {
                    f = Up;
                    f();
                }
            }
            """, Known: ""),
        (Form: "a multicast delegate", Source: """
            class C
            {
                long n = 1;
                public long M0 => n;
                public C()
                {
                    Action a = () => n = 2;
                    a += () => n *= 5;
                    a.Invoke();
                }
            }
            """, Known: ""),
        (Form: "patterns that call a Deconstruct with an effect", Source: """
            class P
            {
                public long Seen = 1;
                public void Deconstruct(out long x, out long y)
                {
                    Seen = 8;
                    (x, y) = (1, 2);
                }
            }
            class C
            {
                readonly P p = new P();
                public long M0 => p.Seen;
                public long M1 { get; }
                public C()
                {
                    M1 = p is (1, 2) ? 5 : 6;
                }
            }
            """, Known: ""),
        (Form: "a property pattern whose getter counts", Source: """
            class P
            {
                public long N = 1;
                public long Q
                {
                    get
                    {
                        return ++N;
                    }
                }
            }
            class C
            {
                readonly P p = new P();
                public long M0 => p.N;
                public long M1 { get; }
                public C()
                {
                    if (p is { Q: > 1 }) M1 = 4;
                }
            }
            """, Known: ""),
        (Form: "nullable arithmetic and comparison", Source: """
            class C
            {
                long? a = 5, b;
                public long? M0 => a + b;
                public bool M1 => a > b;
                public bool M2 => b == null;
                public long M3 => (a * 2) ?? 1;
                public bool M4 => !(a <= b);
                public long M5 => b.GetValueOrDefault(7);
            }
            """, Known: "M3"),
        (Form: "shifts by more than the width", Source: """
            class C
            {
                int a = 1;
                long b = 1;
                public int M0 => a << 33;
                public long M1 => b << 65;
                public int M2 => -8 >> 33;
                public uint M3 => uint.MaxValue >> 33;
                public int M4 => a << -1;
            }
            """, Known: "M0 M1 M2"),
        (Form: "division and remainder of negative numbers", Source: """
            class C
            {
                int a = -7;
                public int M0 => a / 2;
                public int M1 => a % 3;
                public double M2 => a % 2.5;
                public long M3 => a / 2 * 2;
                public decimal M4 => a % 2m;
            }
            """, Known: "M0 M1 M3"),
        (Form: "floats that do not fit into a decimal or a double's digits", Source: """
            class C
            {
                float f = 0.1f;
                double d = 0.1;
                public double M0 => f;
                public bool M1 => f == d;
                public float M2 => f * 3;
                public double M3 => 0.1 + 0.2;
                public decimal M4 => (decimal)0.1f;
                public long M5 => (long)(0.1 * 3 * 1e17);
            }
            """, Known: "M0 M2 M3"),
        (Form: "characters and numbers", Source: """
            class C
            {
                char c = 'a';
                public int M0 => c + 1;
                public char M1 => (char)(c + 1);
                public int M2 => 'z' - c;
                public string M3 => "" + c + 1;
                public string M4 => c + 1 + "";
            }
            """, Known: ""),
        (Form: "rounding of halves", Source: """
            class C
            {
                public double M0 => Math.Round(2.5);
                public double M1 => Math.Round(3.5);
                public double M2 => Math.Round(2.5, MidpointRounding.AwayFromZero);
                public decimal M3 => Math.Round(0.125m, 2);
                public double M4 => Math.Round(-0.5);
                public double M5 => Math.Truncate(-2.7);
            }
            """, Known: "M0 M1"),
        (Form: "a ternary of mixed types", Source: """
            class C
            {
                bool t = true;
                public object M0 => t ? 1 : (object)2.5;
                public double M1 => t ? 1 : 2.5;
                public long M2 => t ? 1 : 2L;
                public object M3 => t ? 1 : 2L;
            }
            """, Known: "M1 M2"),
        (Form: "a local function that captures and a lambda that is never called", Source: """
            class C
            {
                public long M0 { get; set; } = 1;
                public long M1 { get; }
                public C()
                {
                    long x = 2;
                    void Up()
                    {
                        x *= 10;
                    }
                    Up();
                    M1 = x;
                    Action never = () => M0 = 99;
                }
            }
            """, Known: ""),
        (Form: "an iterator that assigns when it is read", Source: """
            class C
            {
                long n = 1;
                IEnumerable<int> Items()
                {
                    n = 5;
                    yield return 1;
                }
                public long M0 => n;
                public long M1 { get; }
                public C()
                {
                    var items = Items();
                    M1 = n;
                    foreach (int i in items)
                    {
                    }
                }
            }
            """, Known: ""),
        (Form: "a using that disposes", Source: """
            class R : IDisposable
            {
                readonly C c;
                public R(C c)
                {
                    this.c = c;
                }
                public void Dispose()
                {
                    c.M0 = 9;
                }
            }
            class C
            {
                public long M0 { get; set; } = 1;
                public C()
                {
                    using (new R(this))
                    {
                        M0 = 2;
                    }
                }
            }
            """, Known: ""),
        (Form: "an async method that runs until its first await", Source: """
            class C
            {
                public long M0 { get; set; } = 1;
                async System.Threading.Tasks.Task Go()
                {
                    M0 = 6;
                    await System.Threading.Tasks.Task.Yield();
                }
                public C()
                {
                    Go().Wait();
                }
            }
            """, Known: ""),
        (Form: "a record's with over a member that its initialiser shares", Source: """
            class S { public long P = 1; }
            record R
            {
                public S Part { get; init; } = new S();
                public long N { get; init; } = 2;
            }
            class C
            {
                readonly R a = new R();
                readonly R b;
                public long M0 => a.Part.P;
                public long M1 => b.Part.P;
                public long M2 => b.N;
                public C()
                {
                    b = a with { N = 3 };
                    b.Part.P = 7;
                }
            }
            """, Known: "M0 M1 M2"),
        (Form: "a positional record whose property is written again", Source: """
            record R(long P, long Q)
            {
                public long P { get; init; } = P * 2;
                public long Sum => P + Q;
            }
            class C
            {
                readonly R r = new R(3, 4);
                public long M0 => r.P;
                public long M1 => r.Sum;
                public long M2 => (r with { Q = 10 }).Sum;
            }
            """, Known: "M0 M1 M2"),
    ];
}
