namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // What methods and getters of several statements return.
    private static readonly (string Form, string Source, string Known)[] Statements =
    [
        (Form: "a value returned after statements", Source: """
            class C
            {
                static long n;
                static long Plain() { long a = 3; a += 4; if (a > 5) a *= 2; return a; }
                static long Early(long limit) { if (limit > 2) return 1; n++; return 2; }
                static long Counted(long value) { n++; return value; }
                public static readonly long M0 = Plain();
                public static readonly long M1 = Early(3);
                public static readonly long M2 = Early(1);
                public static readonly long M3 = Counted(7);
                public static readonly long M4 = n;
                public long M5 { get { long a = M0; return a + 1; } }
            }
            """, Known: "M0 M1 M2 M3 M5"),
        (Form: "a plan by with of one that a counting method gives", Source: """
            record R { public long Parameters { get; init; } public long Tokens { get; init; } }
            class C
            {
                static int made;
                static R Count(R run) { made++; return run; }
                static readonly R Base = Count(new() { Parameters = 70 });
                static readonly R P = Base with { Tokens = 9 };
                public static readonly long M0 = P.Parameters + P.Tokens;
                public static long M1 => P.Parameters;
            }
            """, Known: "M0 M1"),
        (Form: "a value returned by an in parameter that aliases", Source: """
            class T
            {
                public long V = 3;
                long By(in long value) { V = 5; return value; }
                long Copied(long value) { V = 7; return value; }
                public long Through() => By(in V);
                public long Before() => Copied(V);
            }
            class C
            {
                public static readonly long M0 = new T().Through();
                public static readonly long M1 = new T().Before();
            }
            """, Known: "M1"),
        (Form: "a struct whose getter counts, read from a copy", Source: """
            struct T
            {
                int n;
                public T(int first) { n = first; }
                public int Next { get { n++; return n; } }
            }
            class C
            {
                readonly T kept = new(1);
                public readonly int M0;
                public readonly int M1;
                public C()
                {
                    M0 = Sum(this);
                    M1 = kept.Next;
                }
                static int Sum(C of) => of.kept.Next + of.kept.Next;
            }
            """, Known: ""),
        (Form: "what is used is disposed of after the value", Source: """
            class D : IDisposable { public void Dispose() { C.N = 9; C.Box.V = 9; } }
            class E : IDisposable { public B Held; public void Dispose() { Held.V = 9; } }
            class B { public long V = 1; }
            class C
            {
                public static long N = 1;
                public static B Box = new();
                static long Scalar() { using var d = new D(); N = 5; return N; }
                static B Held() { using var d = new D(); Box.V = 6; return Box; }
                static B Made() { var b = new B(); using var d = new E { Held = b }; b.V = 5; return b; }
                public static readonly long M0 = Scalar();
                public static readonly long M1 = N;
                public static readonly long M2 = Held().V;
                public static readonly long M3 = Made().V;
            }
            """, Known: ""),
        (Form: "values returned out of try, loop, switch and lock", Source: """
            class C
            {
                static long n = 1;
                static long Try() { try { n = 2; return n; } finally { n = 3; } }
                static long Loop() { for (int i = 0; i < 3; i++) { if (i == 2) return i; n++; } return 7; }
                static long Switch(long k) { switch (k) { case 1: return 10; default: n = 4; break; } return n; }
                static long Lock() { long a = 1; lock (typeof(C)) { a = 2; } return a; }
                static long After() { long a = 1; foreach (var x in new[] { 1, 2 }) a += x; return a; }
                static long Pattern(object o) { if (o is long v && v > 2) return v; return 1; }
                static long Lambda() { long a = 1; Action f = () => a = 2; f(); return a; }
                static long Nested() { long a = 1; void F() { a = 2; } F(); return a; }
                static long Ref() { long a = 1; ref long b = ref a; b = 2; return a; }
                static long Out() { Give(out long a); return a; }
                static void Give(out long v) { v = 8; }
                static long Goto() { long a = 1; goto end; a = 2; end: return a; }
                public static readonly long M0 = Try();
                public static readonly long M1 = Loop();
                public static readonly long M2 = Switch(2);
                public static readonly long M3 = Lock();
                public static readonly long M4 = After();
                public static readonly long M5 = Pattern(5L);
                public static readonly long M6 = Lambda();
                public static readonly long M7 = Nested();
                public static readonly long M8 = Ref();
                public static readonly long M9 = Out();
                public static readonly long M10 = n;
            }
            """, Known: ""),
        (Form: "recursion with statements", Source: """
            class C
            {
                static long calls;
                static long Fact(long k) { calls++; if (k < 2) return 1; return k * Fact(k - 1); }
                public static readonly long M0 = Fact(10);
                public static readonly long M1 = calls;
            }
            """, Known: "M0"),
        (Form: "overrides that return after statements", Source: """
            class A { public virtual long Give() { long a = 1; return a; } }
            class B : A { long n = 4; public override long Give() { n += base.Give(); return n; } }
            class C
            {
                readonly A held = new B();
                public long M0 { get; } = new B().Give();
                public long M1 => held.Give();
                public long M2 => 3;
            }
            """, Known: "M0 M2"),
    ];
}
