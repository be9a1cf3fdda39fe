namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    private static readonly (string Form, string Source, string Known)[] UsualOther =
    [
        (Form: "a handler of interpolated texts", Source: """
            [InterpolatedStringHandler]
            ref struct Handler
            {
                public Handler(int length, int holes, C c) { c.M0 = 5; }
                public void AppendLiteral(string s) { C.S = 9; }
                public void AppendFormatted<T>(T value) { }
            }
            class C
            {
                public long M0 = 70;
                public static long S = 7;
                public static long M1 => S;
                public void Log([InterpolatedStringHandlerArgument("")] Handler h) { }
                public C()
                {
                    Log($"a{1}b");
                }
            }
            """, Known: ""),
        (Form: "local functions that capture and call each other", Source: """
            class C
            {
                public long M0 = 1, M1 = 2;
                public C()
                {
                    long n = 3;
                    void A() { n++; B(); }
                    void B() { M0 = n; }
                    A();
                    M1 = n;
                }
            }
            """, Known: ""),
        (Form: "a lambda that is called in an initialiser", Source: """
            class C
            {
                static long n = 70;
                public long M0 = ((Func<long>)(() => n = 5))();
                public static long M1 => n;
                public long M2 = new Func<long, long>(x => x * 2)(4);
                public long M3 = 8;
            }
            """, Known: "M3"),
        (Form: "an iterator that assigns when it is enumerated", Source: """
            class C
            {
                public long M0 = 70;
                IEnumerable<int> Go()
                {
                    M0 = 5;
                    yield return 1;
                }
                public long M1 = 3;
                public C()
                {
                    var q = Go();
                    M0 = 6;
                    foreach (var x in q) M1 = x;
                }
            }
            """, Known: ""),
        (Form: "an async method that assigns", Source: """
            class C
            {
                public long M0 = 70;
                async System.Threading.Tasks.Task<long> Go()
                {
                    M0 = 5;
                    await System.Threading.Tasks.Task.Yield();
                    return 1;
                }
                public long M1;
                public C()
                {
                    M1 = Go().GetAwaiter().GetResult();
                }
            }
            """, Known: ""),
        (Form: "a jump", Source: """
            class C
            {
                public long M0 = 1, M1 = 1;
                public C()
                {
                    int i = 0;
                again:
                    M0 *= 2;
                    if (++i < 5) goto again;
                    M1 = M0;
                }
            }
            """, Known: ""),
        (Form: "a jump over an assignment", Source: """
            class C
            {
                public long M0 = 1;
                public C(bool b = true)
                {
                    if (b) goto end;
                    M0 = 5;
                end:
                    return;
                }
            }
            """, Known: ""),
        (Form: "a lock", Source: """
            class C
            {
                readonly object gate = new();
                public long M0 = 1, M1 = 2;
                public C()
                {
                    lock (gate) M0 = 5;
                }
            }
            """, Known: "M1"),
        (Form: "a using whose Dispose writes", Source: """
            class D : IDisposable
            {
                readonly C c;
                public D(C c) { this.c = c; }
                public void Dispose() { c.M0 = 5; }
            }
            class C
            {
                public long M0 = 70, M1 = 3;
                public C()
                {
                    using (new D(this)) M0 = 6;
                }
            }
            """, Known: ""),
        (Form: "a ref struct whose Dispose writes", Source: """
            ref struct D
            {
                public void Dispose() { C.S = 5; }
            }
            class C
            {
                public static long S = 70;
                public static long M0 => S;
                public C()
                {
                    using var d = new D();
                }
            }
            """, Known: ""),
        (Form: "checked contexts", Source: """
            class C
            {
                static readonly int Big = int.MaxValue;
                public long M0 => unchecked(Big + 1);
                public long M1 => (long)Big + 1;
                public byte M2 => unchecked((byte)(Big - 55));
                public uint M3 => unchecked((uint)-1);
                public long M4 => checked((long)Big * 2);
            }
            """, Known: "M1 M4"),
        (Form: "decimal arithmetic", Source: """
            class C
            {
                static readonly decimal A = 1.10m, B = 3m;
                public decimal M0 => A * B;
                public decimal M1 => A / B;
                public decimal M2 => decimal.Round(2.5m);
                public decimal M3 => Math.Round(3.5m);
                public long M4 => (long)(A * 100);
                public string M5 => (A + 0.90m).ToString(System.Globalization.CultureInfo.InvariantCulture);
                public bool M6 => 1.0m == 1.00m;
            }
            """, Known: "M0 M4"),
        (Form: "single and double precision", Source: """
            class C
            {
                static readonly float F = 0.1f;
                static readonly double D = 0.1;
                public double M0 => F;
                public bool M1 => F == D;
                public float M2 => F * 3;
                public double M3 => F * 3.0;
                public float M4 => (float)(F + D);
                public long M5 => (long)(F * 1e9f);
                public float M6 => 16777217;
                public double M7 => (float)1e40;
            }
            """, Known: "M0 M1 M3"),
        (Form: "rounding", Source: """
            class C
            {
                static readonly double H = 2.5;
                public double M0 => Math.Round(H);
                public double M1 => Math.Round(H, MidpointRounding.AwayFromZero);
                public double M2 => Math.Round(2.345, 2);
                public long M3 => (long)-2.9;
                public double M4 => Math.Round(-H);
                public double M5 => Math.Truncate(-H);
            }
            """, Known: "M0 M4 M5"),
        (Form: "a record with a copy constructor of its own", Source: """
            record R
            {
                public long P { get; init; } = 70;
                public long Copies { get; }
                public R() { }
                protected R(R other)
                {
                    P = other.P + 1;
                    Copies = other.Copies + 1;
                }
            }
            class C
            {
                static readonly R A = new(), B = A with { }, D = B with { P = 3 };
                public long M0 => B.P;
                public long M1 => D.P;
                public long M2 => D.Copies;
                public long M3 => A.P;
            }
            """, Known: "M3"),
        (Form: "a record that derives from one with a copy constructor of its own", Source: """
            record B
            {
                public long P { get; set; } = 70;
                public B() { }
                protected B(B other) { P = 5; }
            }
            record R : B { public long Q { get; init; } = 7; }
            class C
            {
                static readonly B A = new R(), D = A with { };
                public long M0 => D.P;
                public long M1 => ((R)D).Q;
            }
            """, Known: ""),
        (Form: "an init accessor with effects", Source: """
            class T
            {
                public long Q = 1;
                public long P { get => Q; init { Q += value; S++; } }
                public static long S = 0;
            }
            class C
            {
                static readonly T A = new T { P = 4, Q = 9 }, B = new T { Q = 9, P = 4 };
                public long M0 => A.Q;
                public long M1 => B.Q;
                public static long M2 => T.S;
            }
            """, Known: ""),
        (Form: "a default method of an interface", Source: """
            interface I
            {
                long N { get; set; }
                long Up() { N = 5; return N; }
                long Get => N * 2;
            }
            class T : I { public long N { get; set; } = 70; }
            class C
            {
                readonly I t = new T();
                readonly T u = new T();
                public long M0 => t.Get;
                public long M1 => u.N;
                public long M2;
                public C()
                {
                    M2 = ((I)u).Up();
                }
            }
            """, Known: ""),
    ];
}
