namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Which member, constructor or conversion C# chooses.
    private static readonly (string Form, string Source, string Known)[] Chosen =
    [
        (Form: "optional arguments of several types", Source: """
            enum E : byte { A = 1, B = 2 }
            class R
            {
                public long L; public double? D; public long? N; public decimal M; public E Q; public E? Z; public float F; public object O;
                public R(long l = 5, double? d = 5, long? n = 7, decimal m = 1, E q = E.B, E? z = E.B, float f = 3, object o = null)
                {
                    L = l; D = d; N = n; M = m; Q = q; Z = z; F = f; O = o;
                }
            }
            class C
            {
                readonly R r = new();
                public long M0 => r.L;
                public double? M1 => r.D;
                public long? M2 => r.N;
                public decimal M3 => r.M;
                public int M4 => (int)r.Q;
                public int? M5 => (int?)r.Z;
                public double M6 => r.F;
                public bool M7 => r.O == null;
                public double? M8 => r.D + 0.5;
                public long M9 => r.N.Value * 2;
            }
            """, Known: "M0"),
        (Form: "optional arguments of methods, in the getter", Source: """
            class C
            {
                static double? D(double? d = 5) => d;
                static long? N(long? n = 7) => n;
                static decimal M(decimal m = 2) => m;
                public double? M0 => D();
                public long? M1 => N();
                public decimal M2 => M();
            }
            """, Known: ""),
        (Form: "a conversion of the user's own, and one of the language after it", Source: """
            struct S
            {
                public long V;
                public static implicit operator int(S s) => (int)s.V;
                public static implicit operator S(long v) => new S { V = v };
            }
            class C
            {
                static readonly S A = 5;
                public long M0 => A;
                public double M1 => A;
                public long M2 => (long)(double)A;
                public long? M3 => A;
                public object M4 => (int)A;
                public long M5 => A + 1L;
                static readonly S B = 7;
                public decimal M6 => B;
            }
            """, Known: ""),
        (Form: "a base constructor whose choice an attribute changes", Source: """
            class B
            {
                public long N;
                public B() { N = 1; }
                [OverloadResolutionPriority(1)] public B(long n = 5) { N = n; }
            }
            class C : B
            {
                public long M0 => N;
            }
            """, Known: ""),
        (Form: "a hidden method among overrides", Source: """
            class A { public virtual long F() => 1; public long Ask() => F(); }
            class B : A { public override long F() => 2; }
            class D : B { public new virtual long F() => 3; public long Ask3() => F(); }
            class E : D { public override long F() => 4; }
            class C
            {
                static readonly E X = new();
                public long M0 => X.Ask();
                public long M1 => X.Ask3();
                public long M2 => ((B)X).F();
                public long M3 => ((D)X).F();
                public long M4 => X.F();
            }
            """, Known: "M0 M1 M2 M3 M4"),
        (Form: "hidden properties with values of their own", Source: """
            class A { public virtual long P { get; set; } = 1; public long Raw => P; }
            class B : A { public override long P { get; set; } = 2; public long Base => base.P; }
            class D : B { public new long P { get; set; } = 3; }
            class C
            {
                readonly D d = new() { P = 30 };
                public long M0 => d.P;
                public long M1 => ((A)d).P;
                public long M2 => d.Raw;
                public long M3 => d.Base;
                public C()
                {
                    ((A)d).P = 20;
                }
            }
            """, Known: "M0 M1 M2 M3"),
        (Form: "an interface that is implemented again", Source: """
            interface I { long F(); long P { get; } }
            class A : I { public long F() => 1; public long P => 10; }
            class B : A, I { public new long F() => 2; long I.P => 20; }
            class D : B { public new long F() => 3; public new long P => 30; }
            class C
            {
                static readonly I X = new A(), Y = new B(), Z = new D();
                public long M0 => X.F() + X.P;
                public long M1 => Y.F() + Y.P;
                public long M2 => Z.F() + Z.P;
                public long M3 => ((A)Z).F() + ((A)Z).P;
                public long M4 => ((D)Z).P;
            }
            """, Known: "M0 M1 M2 M3 M4"),
        (Form: "a generic interface implemented for two types", Source: """
            interface I<T> { long F(T x); long N => 1; }
            class A : I<int>, I<long> { public long F(int x) => x + 1; public long F(long x) => x + 2; long I<long>.N => 7; }
            class C
            {
                static readonly A X = new();
                public long M0 => ((I<int>)X).F(5);
                public long M1 => ((I<long>)X).F(5);
                public long M2 => ((I<int>)X).N;
                public long M3 => ((I<long>)X).N;
            }
            """, Known: ""),
        (Form: "overloads of a generic base that its argument makes alike", Source: """
            class B<T>
            {
                public virtual long F(T x) => 1;
                public long Ask(T x) => F(x);
            }
            class D : B<int>
            {
                public override long F(int x) => x * 2;
                public long F(long x) => x * 3;
            }
            class C
            {
                static readonly D X = new();
                public long M0 => X.Ask(5);
                public long M1 => X.F(5);
                public long M2 => X.F(5L);
                public long M3 => ((B<int>)X).F(5);
            }
            """, Known: "M0 M1 M2"),
        (Form: "an abstract property of several overrides", Source: """
            abstract class A { public abstract long P { get; init; } public virtual long Q => P * 2; }
            class B : A { public override long P { get; init; } = 5; }
            sealed class D : B
            {
                public override long P { get => base.P + 1; init => base.P = value * 10; }
                public override long Q => base.Q + 1;
            }
            class C
            {
                static readonly A X = new B { P = 6 }, Y = new D(), Z = new D { P = 7 };
                public long M0 => X.P;
                public long M1 => X.Q;
                public long M2 => Y.P;
                public long M3 => Y.Q;
                public long M4 => Z.P;
                public long M5 => Z.Q;
            }
            """, Known: "M0 M1 M2 M3"),
        (Form: "optional values that an override changes", Source: """
            class A { public virtual long F(long x = 1) => x; }
            class B : A { public override long F(long x = 2) => x * 10; }
            class C
            {
                static readonly B X = new();
                static readonly A Y = X;
                public long M0 => X.F();
                public long M1 => Y.F();
                public long M2 => ((A)X).F();
            }
            """, Known: "M0 M1 M2"),
        (Form: "params, expanded or not", Source: """
            class C
            {
                static long Count(params long[] x) => x.Length;
                static long Count(long a, params object[] x) => 100 + x.Length;
                public long M0 => Count();
                public long M1 => Count(1, 2);
                public long M2 => Count(1, "a", "b");
                public long M3 => Count(new long[] { 1, 2, 3 });
                public long M4 => Count(1, new object[] { 1, 2 });
                public long M5 => Count(1, (object)new object[] { 1, 2 });
            }
            """, Known: ""),
        (Form: "arguments by name, out of order, with effects", Source: """
            class C
            {
                static long n = 0;
                static long Next() => ++n;
                static long Put(long a, long b, long c = 9) => a * 100 + b * 10 + c;
                public readonly long M0, M1;
                public C()
                {
                    long x = 1;
                    M0 = Put(b: x++, a: x++, c: x++);
                    M1 = Put(b: 4, a: 5);
                }
            }
            """, Known: "M1"),
        (Form: "a local function with defaults, and one that is static", Source: """
            class C
            {
                public readonly long M0, M1, M2;
                public C()
                {
                    const long K = 7;
                    long x = 3;
                    static long Twice(long a, long b = K) => a * 2 + b;
                    long Add(long a = 5) => a + x;
                    M0 = Twice(1);
                    x = 4;
                    M1 = Add();
                    M2 = Twice(b: 1, a: x);
                }
            }
            """, Known: "M0 M2"),
        (Form: "recursion by two getters with an argument", Source: """
            class C
            {
                static long Even(long n) => n == 0 ? 1 : Odd(n - 1);
                static long Odd(long n) => n == 0 ? 0 : Even(n - 1);
                static long Fact(int n) => n <= 1 ? 1 : n * Fact(n - 1);
                static long Ack(long m, long n) => m == 0 ? n + 1 : n == 0 ? Ack(m - 1, 1) : Ack(m - 1, Ack(m, n - 1));
                public long M0 => Even(10);
                public long M1 => Fact(10);
                public long M2 => Ack(2, 2);
            }
            """, Known: "M0 M1"),
        (Form: "a constructor that chooses by the type of a literal", Source: """
            class R
            {
                public long N;
                public R(int x) { N = 1; }
                public R(long x) { N = 2; }
                public R(double x) { N = 3; }
                public R(object x) { N = 4; }
                public R(params int[] x) { N = 5; }
            }
            class C
            {
                public long M0 => new R(1).N;
                public long M1 => new R(1u).N;
                public long M2 => new R(1f).N;
                public long M3 => new R("a").N;
                public long M4 => new R().N;
                public long M5 => new R('a').N;
            }
            """, Known: "M0 M1 M2"),
        (Form: "a private nested type that hides an outer one, in two parts", Source: """
            class Unit { public const long B = 3; }
            partial class C { public long M0 => new Unit().N * Unit.B; public long M1 { get; } = 2 * Unit.B; }
            partial class C { class Unit { public const long B = 5; public long N = 7; } }
            """, Known: "M0 M1"),
        (Form: "explicit implementations beside members of the name, set through the interface", Source: """
            interface I { long N { get; set; } }
            class T : I
            {
                public long N { get; set; } = 70;
                long I.N { get => N + 1; set => N = value * 2; }
            }
            class C
            {
                readonly T t = new() { N = 3 };
                public long M0 => t.N;
                public long M1 => ((I)t).N;
                public C()
                {
                    ((I)t).N = 5;
                }
            }
            """, Known: "M0 M1"),
    ];
}
