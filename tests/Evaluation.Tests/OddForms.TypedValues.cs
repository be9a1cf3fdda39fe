namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Values whose types decide: conversions, boxes, patterns.
    private static readonly (string Form, string Source, string Known)[] TypedValues =
    [
        (Form: "implicit types of ternaries and switches", Source: """
            class C {
                static readonly int I = 5; static readonly byte B = 7; static readonly bool T = true, F = false;
                static readonly int? N = 4; static readonly char Ch = 'a';
                public double M0 => T ? I : 2.5; public long M1 => T ? 'a' : 5; public object M2 => T ? 1 : 2.0;
                public double M3 => (T ? 7 : 2.0) / 2; public int M4 => (T ? 7 : 2) / 2; public double M5 => T ? 7 / 2 : 2.0;
                public decimal M6 => F ? I : 1.5m; public int? M7 => T ? 1 : null; public long M8 => (T ? (long?)N : 3L) ?? 9;
                public double M9 => I switch { 5 => 1, _ => 2.5 } / 2; public double M10 => I switch { 5 => 7, _ => 2.5 } / 2;
                public long M11 => T ? B : I; public short M12 => T ? (short)1 : B; public int M13 => T ? 1 : (byte)2;
                public float M14 => T ? 16777217 : 1f; public double M15 => T ? 16777217 : 1f;
                public double M16 => (T ? 0.1f : 1) + 0.2; public object M17 => T ? (object)1 : 2L;
                public bool M18 => (object)(T ? 1 : 2L) is long; public bool M19 => (object)(T ? 1 : 2) is int;
                public int M20 => (T ? Ch : 5) + 1; public long M21 => I switch { 1 => 1, 5 => 'b', _ => 2L };
                public double M22 => F ? 1 : B / 2; public double M23 => (double)(T ? I : 2) / 2; public byte M24 => I switch {
                5 => 200, _ => 1 }; public decimal M25 => T ? 1 : 1.50m; public long? M26 => T ? I : (long?)null;
                public uint M27 => T ? 1 : 2u; public ulong M28 => T ? 5u : 2ul; public nint M29 => T ? 5 : (nint)2;
                public int M30 => N is { } v ? v / 3 : 0; public long M31 => T ? F ? 1 : 'b' : 3L;
            }
            """, Known: "M0 M1 M2 M3 M4 M5 M6 M7 M8 M9 M10 M11 M12 M13 M14 M15 M16 M17 M20 M21 M22 M23 M24 M25 M26 M27 M28 "
                + "M31"),
        (Form: "target-typed conditional and new", Source: """
            class P { public long V; public P(long v) { V = v; } public static implicit operator P(int v) => new P(v + 100);
                public static implicit operator long(P p) => p.V + 1000; }
            class C { static readonly bool T = true; static readonly P A = 5;
                public long M0 => ((P)(T ? 1 : new P(2))).V; public long M1 => A; public long M2 => A + 1;
                public double M3 => A / 2; public long M4 => T ? A : 3; public P M5 => T ? 1 : 2; public long M6 => M5.V;
                P q = new(7); public long M7 => q.V; public long M8 => new P(1); public long M9 => (T ? 1 : new P(2)).V;
                public bool M10 => A == 1105; public long M11 => A switch { { V: 105 } => 1, _ => 2 }; public long M12 => -A;
                public double M13 => A * 0.5; public long M14 { get; } = new P(4); public long M15 = (P)8; }
            """, Known: "M0 M1 M2 M3 M4 M6 M7 M8 M9 M10 M12 M13 M14 M15"),
        (Form: "implicit conversions by operators of more than one type", Source: """
            struct Tok { public readonly double V; public Tok(double v) { V = v; }
                public static implicit operator Tok(double v) => new(v);
                public static implicit operator Tok(long v) => new(v + 0.5);
                public static implicit operator double(Tok t) => t.V;
                public static explicit operator long(Tok t) => (long)t.V + 7; public static explicit operator int(Tok t) => -1;
            }
            class C { static readonly Tok A = 5, B = 5L, D = 5.0, E = 5f, F = 'a'; static readonly Tok? N = 7;
                public double M0 => A; public double M1 => B; public double M2 => D; public double M3 => E;
                public double M4 => F; public long M5 => (long)D; public int M6 => (int)D; public float M7 => (float)D;
                public double M8 => A + B; public double M9 => A * 2; public double? M10 => N; public decimal M11 => (decimal)D;
                public short M12 => (short)D; public double M13 => N ?? 1.0; public bool M14 => A > B; public double M15 => -A;
                public ulong M16 => (ulong)D; public double M17 = new Tok(3); public object M18 = (double)new Tok(4);
                public byte M19 => (byte)D; }
            """, Known: "M0 M1 M2 M3 M4 M5 M6 M7 M8 M9 M10 M11 M12 M13 M14 M15 M16 M17 M18"),
        (Form: "true and false operators", Source: """
            struct Tri { public int V; public Tri(int v) { V = v; } public static bool operator true(Tri t) => t.V == 1;
                public static bool operator false(Tri t) => t.V == 0;
                public static Tri operator &(Tri a, Tri b) => new(a.V * 10 + b.V);
                public static Tri operator |(Tri a, Tri b) => new(a.V * 100 + b.V);
                public static Tri operator !(Tri a) => new(1 - a.V);
                public static implicit operator Tri(bool b) => new(b ? 1 : 0); }
            class C { static readonly Tri A = new(1), B = new(0), D = new(2);
                public int M0 => A ? 1 : 2; public int M1 => D ? 1 : 2; public int M2 => (A && B).V;
                public int M3 => (B && A).V; public int M4 => (A || B).V; public int M5 => (B || D).V; public int M6 => (!D).V;
                public int M7 => (A & true).V; public int M8 { get; } public int M9 => !A ? 1 : 2; public C() { if (A) M8 = 5;
                else M8 = 6; while (B) M8 = 9; } }
            """, Known: "M0 M1 M6 M7 M9"),
        (Form: "operators on nullables of all types", Source: """
            class C {
                static readonly int? A = 5, N = null; static readonly bool? T = true, F = false, U = null;
                static readonly decimal? D = 1.5m; static readonly char? Ch = 'c'; static readonly double? R = double.NaN;
                static readonly byte? By = 250; static readonly TimeSpan? Ts = TimeSpan.FromDays(1);
                static readonly DayOfWeek? W = DayOfWeek.Friday;
                public bool M0 => A > N; public bool M1 => !(A > N); public bool M2 => A != N; public int? M3 => A & N;
                public bool? M4 => F & U; public bool? M5 => T | U; public bool? M6 => U | F;
                public bool M7 => (U & F) == false; public bool M8 => U == null; public decimal? M9 => D * A;
                public int? M10 => Ch + 1; public int M11 => (Ch + 1) ?? 0; public bool M12 => R == R;
                public int? M13 => By + By; public int M14 => A.GetValueOrDefault() + N.GetValueOrDefault();
                public int M15 => N.GetValueOrDefault(7); public long? M16 => A; public double? M17 => A / 2;
                public double? M18 => A / 2.0; public int? M19 => A ?? N; public int M20 => A.Value;
                public bool M21 => A.HasValue && !N.HasValue; public int? M22 => -A; public int? M23 => ~A;
                public bool? M24 => !T; public int? M25 => A << 1; public int? M26 => A % 0 ; public TimeSpan? M27 => Ts + Ts;
                public int? M28 => (int?)D; public int? M29 => (int?)W; public bool M30 => (T ?? false) || U.HasValue;
                public bool? M31 => T ^ U; public bool? M32 => F ^ T; public bool M33 => N is null; public bool M34 => A is 5;
                public bool M35 => A is > 3 and < 9; public long M36 => A is int i ? i : 0; public string M37 => N?.ToString();
                public int? M38 => ((string)null)?.Length; public int? M39 => "abc"?.Length; public bool M40 => (int?)5 == 5L;
                public bool M41 => N == N; public bool M42 => N <= N; public bool M43 => N == 0; public bool M44 => U != true;
                public bool M45 => U is not true; public int? M46 => true ? A : N; public bool M47 => T == true;
                public double M48 => A * 0.5 ?? 0;
            }
            """, Known: "M0 M1 M2 M3 M8 M9 M12 M13 M15 M16 M17 M18 M19 M20 M21 M22 M23 M24 M25 M28 M29 M30 M32 M33 M34 M35 "
                + "M40 M41 M42 M43 M44 M45 M46 M47 M48"),
        (Form: "nullable compound", Source: """
            class C { int? a = 5, n = null; bool? t = true; long? l = 3; public int? M0 => a; public int? M1 => n;
                public bool? M2 => t; public long? M3 => l; public C() { a += 3; n += 1; t &= null; l ??= 9; l = a; a = a * 2;
                n ??= 4; n++; } }
            """, Known: ""),
        (Form: "is and as on boxes of numbers", Source: """
            class C {
                static readonly object I = 5, L = 5L, S = "5", N = null, D = 5.0, E = DayOfWeek.Friday, By = (byte)5, Q =
                    (int?)5, Z = (int?)null, Ch = 'a';
                public bool M0 => I is int; public bool M1 => I is long; public bool M2 => I is 5; public bool M3 => L is 5;
                public bool M4 => L is 5L; public bool M5 => E is DayOfWeek.Friday; public bool M6 => E is int;
                public bool M7 => E is 5; public int? M8 => I as int?; public long? M9 => I as long?;
                public string M10 => S as string; public bool M11 => N is null; public int M12 => (int)I;
                public int M13 => (int)E; public DayOfWeek M14 => (DayOfWeek)I; public bool M15 => Q is int;
                public bool M16 => Z is null; public int? M17 => (int?)Q; public bool M18 => I is IComparable;
                public bool M19 => I is > 3; public bool M20 => L is > 3; public bool M21 => D is 5.0;
                public bool M22 => By is (byte)5; public bool M23 => I.Equals(5); public bool M24 => I.Equals(5L);
                public bool M25 => Equals(I, Q); public bool M26 => I == (object)5; public bool M27 => ReferenceEquals(I, I);
                public int M28 => I is int i and > 2 ? i : 0; public bool M29 => Ch is 'a';
                public bool M30 => Ch is >= 'a' and <= 'z'; public bool M31 => S is "5"; public bool M32 => S is string {
                Length: 1 }; public bool M33 => N is not null; public int? M34 => (int?)I; public int? M35 => (int?)N;
                public bool M36 => (L is long) == (I is int); public double M37 => (double)D; public bool M38 => E is DayOfWeek;
                public bool M39 => E is Enum; public bool M40 => I is not (3 or 5); public int M41 => I switch {
                long l => 1, int and > 4 => 2, int => 3, _ => 4 }; public int M42 => S switch { "5" => 1, _ => 2 };
                public int M43 => N switch { null => 1, _ => 2 }; public int M44 => L switch {
                5 => 1, 5u => 2, 5L => 3, _ => 4 }; public string M45 => I as string;
                public IComparable M46 => I as IComparable; public int M47 => By switch { 5 => 1, (byte)5 => 2, _ => 3 };
            }
            """, Known: "M2 M3 M4 M5 M7 M8 M9 M10 M11 M12 M16 M17 M19 M20 M21 M22 M29 M31 M33 M34 M35 M37 M40 M42 M43 M44 M45 "
                + "M47"),
        (Form: "patterns of lists, properties and positions", Source: """
            record P(int X, int Y) { public P Next { get; init; } }
            class C {
                static readonly int[] A = { 1, 2, 3 }; static readonly P Q = new(1, 2) { Next = new(3, 4) };
                static readonly string S = "abc"; static readonly (int, int) T = (1, 2); static readonly List<int> L = new() {
                1, 2 };
                public bool M0 => A is [1, .., 3]; public bool M1 => A is [_, _, _]; public bool M2 => A is { Length: 3 };
                public bool M3 => Q is (1, 2); public bool M4 => Q is { Next.X: 3 }; public bool M5 => Q is { Next: { Y: > 3 }
                }; public int M6 => Q switch { (1, > 5) => 1, (1, _) => 2, _ => 3 }; public bool M7 => T is (1, 2);
                public int M8 => T switch { (0, _) => 1, (_, 2) => 2, _ => 3 }; public bool M9 => S is ['a', ..];
                public bool M10 => S is { Length: > 2 and < 5 }; public bool M11 => L is [1, 2];
                public int M12 => A is [var f, .. var r] ? f + r.Length : 0; public int M13 => (Q.X, Q.Y) switch {
                (1, 2) => 7, _ => 8 }; public bool M14 => Q is { Next.Next: null };
                public int M15 => Q is var (x, y) ? x + y : 0; public int M16 => Q is P { X: var z } ? z : 0;
                public bool M17 => A is []; public int M18 => S switch { { Length: 3 } => 1, _ => 2 };
                public int M19 => A.Length switch { 0 => 1, <= 3 => 2, _ => 3 }; public int M20 => S switch {
                "ab" + "c" => 1, _ => 2 }; public int M21 => S switch { null => 1, var s when s.Length == 3 => 2, _ => 3 };
                public int M22 => Q.X switch { var v when v > 5 => 1, var v => v * 10 };
                public bool M23 => S is not null and not ""; public int M24 => Q switch { null => 1, not null => 2 };
            }
            """, Known: "M19 M20 M23"),
        (Form: "switch order and unreachable arms", Source: """
            class C {
                static readonly int I = 5; static readonly long L = 5; static readonly string S = "B";
                static readonly DayOfWeek D = DayOfWeek.Monday; static readonly bool T = true;
                static readonly decimal M = 1.50m; static readonly uint U = 5;
                public int M0 => I switch { > 5 => 1, 5 => 2, _ => 3 }; public int M1 => L switch { 4 or 5 => 1, _ => 2 };
                public int M2 => S switch { "b" => 1, "B" => 2, _ => 3 }; public int M3 => D switch {
                DayOfWeek.Sunday => 1, (DayOfWeek)1 => 2, _ => 3 }; public int M4 => T switch { true => 1, false => 2 };
                public int M5 => M switch { 1.5m => 1, _ => 2 }; public int M6 => U switch { > 4 => 1, _ => 2 };
                public int M7 => I switch { not 5 => 1, 5 when S == "b" => 2, _ when I > 4 => 3, _ => 4 };
                public int M8 => (I > 3) switch { true => 1, _ => 2 }; public int M9 => I switch {
                >= 0 and < 5 => 1, >= 5 and < 10 => 2, _ => 3 }; public int M10 => I switch { < 0 or > 4 and < 6 => 1, _ => 2 };
                public double M11 => I switch { 5 => 1 / 2, _ => 0.5 }; public int M12 => 'x' switch {
                'a' or 'b' => 1, >= 'x' => 2, _ => 3 }; public int M13 => (byte)5 switch { 5 => 1, _ => 2 };
                public int M14 => (I, S) switch { (5, "B") => 1, _ => 2 }; public int M15 => D switch {
                < DayOfWeek.Tuesday => 1, _ => 2 }; public int M16 => L switch {
                long.MaxValue => 1, > int.MaxValue => 2, _ => 3 };
            }
            """, Known: "M0 M1 M2 M3 M4 M5 M6 M7 M8 M9 M10 M11 M13 M15 M16"),
        (Form: "patterns on values of a type argument", Source: """
            enum E { A = 5 } enum F : long { X = 5 }
            class C { static int Of<T>(T v) => v switch { 5 => 1, 5L => 2, _ => 3 }; static bool Is<T>(T v) => v is 5;
                static bool Rel<T>(T v) => v is > 3; static bool Null<T>(T v) => v is null;
                static int Obj(object v) => v switch { 5 => 1, 5L => 2, E.A => 3, _ => 4 };
                public int M0 => Of(E.A); public int M1 => Of(5); public int M2 => Of(F.X); public int M3 => Of(5L);
                public bool M4 => Is(E.A); public bool M5 => Is(5); public bool M6 => Rel(E.A); public bool M7 => Null(5);
                public bool M8 => Null<int?>(null); public bool M9 => Null<string>(null); public int M10 => Obj(E.A);
                public int M11 => Obj(F.X); public int M12 => Of<int?>(5); public int M13 => Of((byte)5);
                public bool M14 => Is<object>(E.A); public int M15 => Obj(5u); }
            """, Known: "M10 M11 M15"),
        (Form: "patterns in conditions", Source: """
            enum Kind { Tiny, Base, Large } class Part { public long N = 5; }
            class C { static readonly int I = 5; static readonly int? N = null, S = 7;
                static readonly string T = "abc", U = null; static readonly Kind K = Kind.Base;
                static readonly object O = 5, P = null; static readonly double D = double.NaN;
                static readonly Part Q = new(), R = null; static readonly bool? B = null; static readonly char Ch = 'k';
                public bool M0 => I is 5; public bool M1 => I is > 3 and < 9; public bool M2 => I is not 5;
                public bool M3 => N is null; public bool M4 => S is not null; public bool M5 => S is > 6;
                public bool M6 => N is > 6; public bool M7 => T is "abc" or "x"; public bool M8 => U is null;
                public bool M9 => K is Kind.Base or Kind.Large; public bool M10 => K is > Kind.Tiny; public bool M11 => O is 5;
                public bool M12 => O is 5L; public bool M13 => P is null; public bool M14 => D is double.NaN;
                public bool M15 => D is > 0 or <= 0; public bool M16 => Q is null; public bool M17 => R is null;
                public bool M18 => B is true; public bool M19 => B is not true; public int M20 => S is 7 ? 1 : 2;
                public bool M21 => Ch is >= 'a' and <= 'z'; public bool M22 => I is int; public bool M23 => O is int;
                public bool M24 => S is { }; public bool M25 => T is { Length: 3 }; public bool M26 => S is int;
                public int M27 => S is int v ? v : 0; public bool M28 => T is not null && T.Length is 3;
                public bool M29 => (I, S) is (5, 7); public bool M30 => I is var _; public bool M31 => D is 0;
                public bool M32 => (object)K is Kind.Base; public bool M33 => (object)K is 1; public bool M34 => (long)I is 5;
                public bool M35 => I is 5 or 6 and not 6; }
            """, Known: "M0 M1 M2 M3 M4 M5 M6 M7 M8 M9 M10 M11 M12 M13 M14 M15 M17 M18 M19 M20 M28 M30 M31 M32 M33 M34 M35"),
        (Form: "patterns with effects in the value or the pattern", Source: """
            class Part { public long N = 1; public long Up => ++N; public long Q { get { N = 9; return 4; } } }
            class C { readonly Part p = new(), q = new(), r = new(); long n = 1; int Set() { n = 5; return 3; }
                public long M0 => n; public long M1 => p.N; public long M2 => q.N; public long M3 { get; }
                public long M4 => r.N; public C() { if (Set() is 3) M3 = 7; if (p is { Up: > 0 }) M3 = 8; bool b = q is { Q: 4 }
                or { Up: 7 }; if (r.Up is 2 or 3) M3 += 1; if (Set() is var x and > 2) M3 += x; } }
            """, Known: "M0"),
        (Form: "locals that patterns declare", Source: """
            class C { public int M0 { get; } public int M1 { get; } public int M2 { get; } = 3;
                public C(object o = null, int? n = 4) { int v = 1; if (n is int k) v = k; M0 = v; if (o is int w) M1 = w;
                else M1 = 6; if (n is { } z && z > 3) M2 = z; if (!(n is int y)) return; M1 = y; } }
            """, Known: ""),
    ];
}
