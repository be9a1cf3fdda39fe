namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    private static readonly (string Form, string Source, string Known)[] NewerSimple =
    [
        (Form: "required members", Source: """
            class R { public required long P { get; init; } public required long Q; public long S => P + Q; }
            class C
            {
                static readonly R A = new() { P = 70, Q = 5 };
                public long M0 => A.S;
            }
            """, Known: "M0"),
        (Form: "static members of an interface", Source: """
            interface I<T> where T : I<T>
            {
                static abstract long N { get; }
                static virtual long K => 3;
                static abstract T operator +(T a, T b);
            }
            struct S : I<S>
            {
                public long P;
                public static long N => 70;
                public static S operator +(S a, S b) => new S { P = a.P + b.P + 1 };
            }
            class C
            {
                static long Get<T>() where T : I<T> => T.N;
                static long Virtual<T>() where T : I<T> => T.K;
                static T Sum<T>(T a, T b) where T : I<T> => a + b;
                public long M0 => Get<S>();
                public long M1 => Virtual<S>();
                public long M2 => Sum(new S { P = 1 }, new S { P = 2 }).P;
                public long M3 => S.N;
            }
            """, Known: "M3"),
        (Form: "a file-local type of a common name", Source: """
            file class M { public long P = 70; public long Up() { P = 5; return 1; } }
            class C
            {
                public readonly long M0, M1;
                public C()
                {
                    var a = new M();
                    M1 = a.Up();
                    M0 = a.P;
                }
            }
            """, Known: ""),
        (Form: "an inline array", Source: """
            [InlineArray(2)]
            struct Two { long first; }
            class C
            {
                Two t;
                public long M0 => t[0];
                public C() { t[0] = 70; }
            }
            """, Known: ""),
        (Form: "a collection expression with a builder", Source: """
            [CollectionBuilder(typeof(Made), "Of")]
            class Many : System.Collections.Generic.IEnumerable<int>
            {
                public long Count;
                public System.Collections.Generic.IEnumerator<int> GetEnumerator() => throw new Exception();
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new Exception();
            }
            static class Made
            {
                public static Many Of(ReadOnlySpan<int> a)
                {
                    C.S = 5;
                    return new Many { Count = a.Length * 10 };
                }
            }
            class C
            {
                public static long S = 70;
                readonly Many m = [1, 2, 3];
                public long M0 => m.Count;
                public static long M1 => S;
            }
            """, Known: ""),
        (Form: "a collection expression with effects in it", Source: """
            class C
            {
                long n = 70;
                readonly int[] a;
                readonly long[] b;
                public long M0 => n;
                public long M1 => a.Length;
                public long M2 => b.Length;
                public C()
                {
                    a = [1, (int)(n = 5), 3];
                    b = [.. a.Select(x => n = x)];
                }
            }
            """, Known: ""),
        (Form: "params of a span", Source: """
            class C
            {
                static long F(params ReadOnlySpan<long> a) => a.Length;
                static long F(long a, long b) => 7;
                long n = 70;
                public long M0 => n;
                public long M1 => F(1, 2);
                public long M2;
                public C() { M2 = F(1, n = 5, 3); }
            }
            """, Known: ""),
        (Form: "a captured parameter that members change", Source: """
            class C(long n = 70, long k = 3)
            {
                long Up() => n += 5;
                public long M0 { get; } = n;
                public long M1 => n;
                public long M2 = k;
                public long M3 => k;
                readonly Func<long> later = () => k++;
                public C(string s) : this(1, 2) { Up(); }
            }
            """, Known: "M0 M1 M2"),
        (Form: "a parameter of two classes that both keep it", Source: """
            class B(long n)
            {
                protected long Up() => n++;
                public long N => n;
            }
            class C(long n = 70) : B(n)
            {
                public long M0 => n;
                public long M1 => N;
                public long M2 { get; } = n++;
                public long M3 => base.N;
            }
            """, Known: "M0 M2"),
        (Form: "a record's parameter and property", Source: """
            record R(long P, long Q) { public long P { get; init; } = P * 2; public long Sum => P + Q; }
            class C
            {
                static readonly R A = new(3, 4), B = A with { P = 1 };
                public long M0 => A.P;
                public long M1 => A.Sum;
                public long M2 => B.Sum;
            }
            """, Known: "M0 M1 M2"),
        (Form: "a field of a property that computes", Source: """
            class C
            {
                public long M0 { get => field + 1; set => field = value * 2; } = 3;
                public long M1 { get => field == 0 ? 7 : field; set; }
                public long M2 { get; set => field = value < 0 ? 0 : value; } = -5;
                public C()
                {
                    M0 = 5;
                    M2 = -3;
                }
            }
            """, Known: "M0 M2"),
        (Form: "a field that a getter fills when it is read", Source: """
            class C
            {
                static long n = 1;
                public string M0 => field ??= "a" + n++;
                public long M1 = 3;
                public static long M2 => n;
            }
            """, Known: "M1"),
        (Form: "a partial constructor with arguments", Source: """
            partial class C { public partial C(long n = 70, long k = 5); public long M0 = 1; public long M1 { get; } public long M2 = 4; }
            partial class C
            {
                public partial C(long a, long b)
                {
                    M0 = a;
                    M1 = b * 2;
                }
            }
            """, Known: "M0 M1 M2"),
        (Form: "a partial constructor that calls its base", Source: """
            class B { public long N; public B(long n) { N = n; } }
            partial class C : B { public partial C(); public long M0 => N; }
            partial class C { public partial C() : base(70) { N += 5; } }
            """, Known: "M0"),
        (Form: "a partial constructor that another calls", Source: """
            partial class C { public C() : this(3) { M0 *= 2; } public partial C(long n); public long M0; }
            partial class C { public partial C(long m) { M0 = m + 1; } }
            """, Known: "M0"),
        (Form: "a partial property with a setter that computes", Source: """
            partial class C
            {
                public partial long M0 { get; set; }
                public partial long M1 { get; }
                public static partial long M2 { get; }
                public C() { M0 = 5; }
            }
            partial class C
            {
                long p;
                public partial long M0 { get => p; set => p = value * 3; }
                public partial long M1 => p + 1;
                public static partial long M2 => 9;
            }
            """, Known: "M0 M1 M2"),
        (Form: "a partial property with a field", Source: """
            partial class C
            {
                public partial long M0 { get; set; }
                public C() { M0 = 5; }
            }
            partial class C
            {
                public partial long M0 { get => field * 2; set => field = value + 1; }
            }
            """, Known: "M0"),
        (Form: "a partial indexer that assigns", Source: """
            partial class C { public partial long this[int i] { get; set; } public long M0 = 70; public C() { this[1] = 5; } }
            partial class C { public partial long this[int i] { get => M0; set => M0 = value; } }
            """, Known: ""),
        (Form: "a partial event", Source: """
            partial class C { partial event Action E; public long M0 = 70; public C() { E += () => { }; } }
            partial class C { partial event Action E { add { M0 = 5; } remove { } } }
            """, Known: ""),
        (Form: "extension members that change what they get", Source: """
            class T { public long N = 70; public long P { get; set; } = 7; }
            static class X
            {
                extension(T t)
                {
                    public void Up() => t.N = 5;
                    public long Q { get => t.P; set => t.P = value * 2; }
                    public static T Made => new T { N = 9 };
                }
                extension(ref long n) { public void Twice() { n *= 2; } }
            }
            class C
            {
                readonly T t = new(), u = T.Made;
                long k = 3;
                public long M0 => t.N;
                public long M1 => t.P;
                public long M2 => u.N;
                public long M3 => k;
                public long M4;
                public C()
                {
                    t.Up();
                    t.Q = 4;
                    k.Twice();
                    M4 = t.Q;
                }
            }
            """, Known: ""),
        (Form: "an extension operator", Source: """
            class T { public long N = 70; }
            static class X
            {
                extension(T)
                {
                    public static T operator +(T a, T b) { a.N = 5; return b; }
                }
            }
            class C
            {
                readonly T t = new();
                public long M0 => t.N;
                public long M1;
                public C() { M1 = (t + new T()).N; }
            }
            """, Known: ""),
        (Form: "an increment of the user's own on the object", Source: """
            class T { public long N = 70; public void operator ++() { N += 5; } public void operator -=(T o) { o.N = 1; } }
            class C
            {
                T t = new();
                readonly T u = new();
                public long M0 => t.N;
                public long M1 => u.N;
                public C()
                {
                    t++;
                    t -= u;
                }
            }
            """, Known: ""),
    ];
}
