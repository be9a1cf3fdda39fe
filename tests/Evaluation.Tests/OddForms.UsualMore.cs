namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    private static readonly (string Form, string Source, string Known)[] UsualMore =
    [
        (Form: "a default method that a derived interface replaces", Source: """
            interface I { long Get => 1; }
            interface J : I { long I.Get => 2; }
            class T : J { }
            class U : I { long I.Get => 3; }
            class C
            {
                public long M0 => ((I)new T()).Get;
                public long M1 => ((I)new U()).Get;
            }
            """, Known: ""),
        (Form: "explicit implementations beside a member of the name", Source: """
            interface I { long P { get; set; } }
            interface J { long P { get; } }
            class T : I, J
            {
                public long P { get; set; } = 1;
                long I.P { get => 2; set => P = value * 3; }
                long J.P => 4;
            }
            class C
            {
                readonly T t = new T();
                public long M0 => t.P;
                public long M1 => ((I)t).P;
                public long M2 => ((J)t).P;
                public C()
                {
                    ((I)t).P = 5;
                }
            }
            """, Known: "M0 M1 M2"),
        (Form: "covariant returns", Source: """
            class A { public virtual A Self => this; public virtual long N => 1; }
            class B : A { public override B Self => this; public override long N => 2; public long K => 3; }
            class C
            {
                readonly A a = new B();
                public long M0 => a.Self.N;
                public long M1 => new B().Self.K;
            }
            """, Known: ""),
        (Form: "a member that hides, on both sides", Source: """
            class A { public long P { get; set; } = 1; public long Get() => P; }
            class B : A { public new long P { get; set; } = 2; }
            class D : B { public new double P => base.P * 10; }
            class C
            {
                readonly D d = new D();
                public double M0 => d.P;
                public long M1 => ((B)d).P;
                public long M2 => ((A)d).P;
                public long M3 => d.Get();
                public C()
                {
                    ((A)d).P = 7;
                }
            }
            """, Known: "M0 M1 M2 M3"),
        (Form: "overloads by the type of a literal", Source: """
            class C
            {
                static long F(long a) => 1;
                static long F(double a) => 2;
                static long F(object a) => 3;
                static long G(int a, params int[] b) => 4;
                static long G(int a, int b = 1) => 5;
                static long G(object a) => 6;
                static long H(in int a) => 7;
                static long H(long a) => 8;
                public long M0 => F(1);
                public long M1 => F(1f);
                public long M2 => F('a');
                public long M3 => G(1);
                public long M4 => G(1, 2, 3);
                public long M5 => F(1m);
                public long M6 => H(3);
            }
            """, Known: "M0 M1 M2 M3"),
        (Form: "a conversion of the user's own in arguments and assignments", Source: """
            struct Amount
            {
                public double V;
                public static implicit operator Amount(double v) => new Amount { V = v * 1000 };
                public static implicit operator double(Amount a) => a.V + 1;
            }
            class C
            {
                static double Get(Amount a) => a;
                Amount n = 3;
                public double M0 => n;
                public double M1 => Get(2);
                public double M2 { get; set; }
                public C()
                {
                    Amount x = 4;
                    M2 = x;
                    n = n + 1;
                }
            }
            """, Known: ""),
        (Form: "an event with accessors that assign", Source: """
            class C
            {
                public long M0 = 70;
                event Action E { add { M0 = 5; } remove { M0 = 6; } }
                public C()
                {
                    E += () => { };
                }
            }
            """, Known: ""),
        (Form: "an event that is raised by another", Source: """
            class T
            {
                public event Action E;
                public void Raise() => E?.Invoke();
            }
            class C
            {
                public long M0 = 70, M1 = 3;
                readonly T t = new();
                public C()
                {
                    t.E += () => M0 = 5;
                    M0 = 6;
                    t.Raise();
                }
            }
            """, Known: ""),
        (Form: "texts by culture", Source: """
            class C
            {
                static readonly double D = 1.5;
                static readonly int N = 1500;
                public string M0 => $"{D}";
                public string M1 => D.ToString();
                public string M2 => "" + D;
                public string M3 => $"{N:N0}";
                public string M4 => "a" + 'b' + 3;
                public string M5 => FormattableString.Invariant($"{D}");
                public long M6 => $"{N}".Length;
            }
            """, Known: ""),
        (Form: "nameof and typeof", Source: """
            class T<X> { public static string N => nameof(T<X>); public static string M => typeof(X).Name; }
            class C
            {
                public string M0 => nameof(C.M1);
                public long M1 => nameof(System.Collections.Generic).Length;
                public string M2 => T<int>.N;
                public string M3 => T<int>.M;
            }
            """, Known: "M0 M1"),
        (Form: "a finaliser and a clone", Source: """
            class T
            {
                public static long S = 70;
                public long N = 7;
                public T Clone() => (T)MemberwiseClone();
                ~T() { S = 5; }
            }
            class C
            {
                readonly T a = new();
                readonly T b;
                public long M0 => a.N;
                public long M1 => b.N;
                public C()
                {
                    b = a.Clone();
                    b.N = 9;
                }
            }
            """, Known: ""),
        (Form: "a tuple that is changed", Source: """
            class C
            {
                (long A, long B) t = (1, 2);
                public long M0 => t.A;
                public long M1 => t.B;
                public C()
                {
                    var u = t;
                    u.A = 9;
                    t.B = 5;
                    (t.A, u.B) = (t.B, t.A);
                }
            }
            """, Known: ""),
        (Form: "a struct that is changed through an array, a list and a dictionary", Source: """
            struct S { public long P; public void Up() { P++; } }
            class C
            {
                readonly S[] a = { new S { P = 1 } };
                readonly List<S> l = new() { new S { P = 1 } };
                public long M0 => a[0].P;
                public long M1 => l[0].P;
                public C()
                {
                    a[0].Up();
                    l[0].Up();
                }
            }
            """, Known: ""),
        (Form: "a struct through an interface and a generic method", Source: """
            interface I { void Up(); long P { get; } }
            struct S : I { public long P { get; set; } public void Up() { P = 5; } }
            class C
            {
                static long Go<T>(T t) where T : I { t.Up(); return t.P; }
                static void Ref<T>(ref T t) where T : I { t.Up(); }
                S s = new S { P = 70 }, u = new S { P = 7 };
                public long M0 => s.P;
                public long M1 => u.P;
                public long M2;
                public C()
                {
                    M2 = Go(s);
                    Ref(ref u);
                }
            }
            """, Known: ""),
        (Form: "a constructor that reads what is not yet assigned", Source: """
            class B
            {
                public long Seen;
                public B() { Seen = Get(); }
                protected virtual long Get() => 1;
            }
            class C : B
            {
                readonly long a = 70;
                readonly long b;
                protected override long Get() => a + b;
                public long M0 => Seen;
                public long M1 => b;
                public C() { b = 7; }
            }
            """, Known: "M1"),
        (Form: "a throw in an expression", Source: """
            class C
            {
                static readonly string N = null, T = "a";
                public string M0 => N ?? throw new Exception();
                public string M1 => T ?? throw new Exception();
                public long M2 = 3;
                public long M3 => M2 > 2 ? 4 : throw new Exception();
            }
            """, Known: "M1 M2 M3"),
        (Form: "dynamic and reflection", Source: """
            class T { public long P = 70; public static long S = 7; }
            class C
            {
                readonly T t = new();
                public long M0 => t.P;
                public static long M1 => T.S;
                public C()
                {
                    typeof(T).GetField("P").SetValue(t, 5L);
                    typeof(T).GetField("S").SetValue(null, 9L);
                }
            }
            """, Known: ""),
        (Form: "a delegate to a method of another object", Source: """
            class T { public long P = 70; public void Up() { P = 5; } }
            class C
            {
                readonly T t = new();
                readonly Action a;
                public long M0 => t.P;
                public C()
                {
                    a = t.Up;
                    a();
                }
            }
            """, Known: ""),
    ];
}
