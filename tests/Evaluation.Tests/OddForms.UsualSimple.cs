namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    private static readonly (string Form, string Source, string Known)[] UsualSimple =
    [
        (Form: "a ref return chosen by a condition", Source: """
            class C
            {
                long a = 70, b = 7;
                ref long Pick(bool first) => ref first ? ref a : ref b;
                public long M0 => a;
                public long M1 => b;
                public C()
                {
                    Pick(false) = 5;
                    ref long r = ref (a > b ? ref a : ref b);
                    r++;
                }
            }
            """, Known: ""),
        (Form: "a ref property read as a value", Source: """
            class T
            {
                public long N = 70;
                public ref long R => ref N;
            }
            class C
            {
                T t = new();
                public long M0 => t.R;
                public long M1 => t.N;
                public C()
                {
                    t.R += 5;
                }
            }
            """, Known: ""),
        (Form: "a ref field of a struct that is written through a span", Source: """
            class C
            {
                readonly long[] n = { 1, 2 };
                public long M0 = 3;
                public long M1 => n.Length;
                public C()
                {
                    Span<long> s = System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref M0, 1);
                    s[0] = 9;
                }
            }
            """, Known: "M1"),
        (Form: "a nested initialiser of a shared part", Source: """
            class P { public long N { get; set; } = 70; }
            class H { public static readonly P Shared = new(); public P A { get; } = Shared; public P B { get; } = Shared; }
            class C
            {
                static readonly H X = new H { A = { N = 5 } };
                static readonly H Y = new H { B = { N = 9 } };
                public long M0 => X.B.N;
                public long M1 => Y.A.N;
            }
            """, Known: ""),
        (Form: "a boxed int unboxed as another type", Source: """
            class C
            {
                static readonly object O = 70;
                public bool M0 => O is long;
                public bool M1 => O.Equals(70L);
                public long M2 => (int)O;
                public long? M3 => O as long?;
                public bool M4 => O is int and > 60;
            }
            """, Known: "M2"),
        (Form: "a boxed enum in a pattern", Source: """
            enum E : long { A = 1, B = 2 }
            class C
            {
                static readonly object O = E.B;
                public bool M0 => O is 2L;
                public bool M1 => O is E.B;
                public long M2 => O switch { 2 => 1, 2L => 2, E.A => 3, E.B => 4, _ => 5 };
            }
            """, Known: ""),
        (Form: "the default of a struct with initialisers", Source: """
            struct S { public long P = 70; public long Q; public S(long q) { Q = q; } }
            class C
            {
                static readonly S A = default, B = new S(3);
                static readonly S[] T = new S[1];
                public long M0 => A.P;
                public long M1 => B.P;
                public long M2 => new S().P;
                public long M3 => T[0].P;
            }
            """, Known: "M1"),
        (Form: "a struct with a constructor without parameters", Source: """
            struct S { public long P; public S() { P = 70; } }
            class C
            {
                static readonly S A = new(), B = default;
                S c;
                public long M0 => A.P;
                public long M1 => B.P;
                public long M2 => c.P;
            }
            """, Known: "M0"),
        (Form: "equality of the user's own on structs", Source: """
            #pragma warning disable CS0660, CS0661 // no Equals, no GetHashCode
            struct S
            {
                public long P;
                public static bool operator ==(S a, S b) => a.P != b.P;
                public static bool operator !=(S a, S b) => a.P == b.P;
            }
            class C
            {
                static readonly S A = new S { P = 1 }, B = new S { P = 1 };
                static readonly S? N = null, O = A;
                public bool M0 => A == B;
                public bool M1 => N == A;
                public bool M2 => N == N;
                public bool M3 => O == A;
                public bool M4 => N != O;
            }
            """, Known: "M0 M1 M2 M3 M4"),
        (Form: "arithmetic of the user's own on nullables", Source: """
            struct S
            {
                public long P;
                public S(long p) { P = p; }
                public static S operator +(S a, S b) => new S(a.P + b.P);
                public static S operator -(S a) => new S(-a.P);
                public static bool operator <(S a, S b) => a.P < b.P;
                public static bool operator >(S a, S b) => a.P > b.P;
                public static implicit operator S(long p) => new S(p * 2);
                public static explicit operator long(S s) => s.P;
            }
            class C
            {
                static readonly S? A = new S(3), N = null;
                static readonly long? L = 4, K = null;
                public bool M0 => (A + N) == null;
                public long M1 => (A + A).Value.P;
                public bool M2 => A < N;
                public bool M3 => (-N) is null;
                public long M4 => ((S?)L).Value.P;
                public bool M5 => ((S?)K).HasValue;
                public long? M6 => (long?)A;
                public bool M7 => A > new S(2);
            }
            """, Known: "M2 M7"),
        (Form: "a lifted operator that counts", Source: """
            struct S
            {
                public static long N = 0;
                public long P;
                public static S operator +(S a, S b)
                {
                    N++;
                    return a;
                }
            }
            class C
            {
                static readonly S? A = null, B = new S();
                static readonly S? R = A + B, T = B + B;
                public static long M0 => S.N;
            }
            """, Known: ""),
        (Form: "remainders and quotients at the edge", Source: """
            class C
            {
                static readonly long A = long.MinValue, B = -1;
                static readonly int D = int.MinValue;
                public long M0 => A % (B - 1);
                public long M1 => -7 % 3;
                public long M2 => -7 / 2;
                public double M3 => -7.5 % 2;
                public long M4 => unchecked(D * -1);
                public long M5 => D % -2;
                public decimal M6 => -7.5m % 2m;
                public double M7 => 0.0 / (B + 1);
            }
            """, Known: "M1 M2 M3"),
        (Form: "caller's information through a constructor", Source: """
            class B
            {
                public readonly long L;
                public readonly string N, F;
                public B([CallerLineNumber] int line = 1, [CallerMemberName] string name = "x", [CallerFilePath] string file = "y")
                {
                    L = line;
                    N = name;
                    F = file;
                }
            }
            class C : B
            {
                readonly B b = new();
                public long M0 => b.L;
                public string M1 => b.N;
                public long M2 => L;
                public string M3 => N;
                public string M4 => F;
                public C() : base() { }
            }
            """, Known: ""),
        (Form: "caller's information of a getter and an operator", Source: """
            class C
            {
                static string Name([CallerMemberName] string n = "") => n;
                public string M0 => Name();
                public string M1 { get; } = Name();
                public static readonly string M2 = Name();
                public string M3;
                public C()
                {
                    M3 = Name();
                }
            }
            """, Known: "M0"),
        (Form: "static constructors of three types in a chain", Source: """
            class X { public static long N = 1; static X() { Y.N += 10; N = Y.N; } }
            class Y { public static long N = 2; static Y() { X.N += 100; N = X.N; } }
            class C
            {
                public static readonly long M0 = X.N;
                public static readonly long M1 = Y.N;
                public static readonly long M2 = 3;
            }
            """, Known: "M2"),
        (Form: "a static constructor of a base", Source: """
            class B { public static long N = 1; static B() { D.N = 7; } }
            class E : B { public static long K = 3; }
            class D { public static long N = 70; }
            class C : E
            {
                public long M0 = D.N;
                public long M1 = K;
            }
            """, Known: ""),
        (Form: "an indexer with side effects in an initialiser", Source: """
            class T
            {
                public long N = 70;
                public long this[string key] { get => N; set => N = value * key.Length; }
            }
            class C
            {
                readonly T t = new T { ["ab"] = 4, ["abc"] = 5 };
                public long M0 => t.N;
            }
            """, Known: ""),
        (Form: "an indexer with a range and from the end", Source: """
            class T
            {
                public long N = 70;
                public int Length { get { N++; return 3; } }
                public long this[int i] { get { N += i; return i; } }
                public T Slice(int from, int length) { N = length; return this; }
            }
            class C
            {
                readonly T t = new();
                public long M0 => t.N;
                public long M1;
                public C()
                {
                    M1 = t[^1];
                    var s = t[1..];
                }
            }
            """, Known: ""),
    ];
}
