namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Values by the code that makes them.
    private static readonly (string Form, string Source, string Known)[] MadeValues =
    [
        (Form: "a static of each thread", Source: """
            class C { [ThreadStatic] static long n = 5; static long m = n * 2; public long M0 => n; public long M1 => m;
                [ThreadStatic] static int? q; public int? M2 => q;
                static readonly System.Threading.ThreadLocal<long> T = new(() => 5); public long M3 => T.Value; }
            """, Known: ""),
        (Form: "a private field through an unsafe accessor", Source: """
            class V { long n = 5; public long N => n; long Up() => ++n; V() { } public static V Make() => new V(); }
            class C { [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "n")] extern static ref long Of(V v);
                [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "Up")] extern static long Up(V v);
                [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "s")] extern static ref long S(C c);
                readonly V a = V.Make(), b = V.Make(), d = V.Make(); public long M0 => a.N; public long M1 => b.N;
                public long M2 => d.N; public C() { Of(a) = 9; Up(b); } }
            """, Known: ""),
        (Form: "a static through an unsafe accessor", Source: """
            class V { static long n = 5; public static long N => n; readonly long q = 6; public long Q => q; }
            class C { [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "n")] extern static ref long Of(V v);
                [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "q")] extern static ref long Q(V v); readonly V a = new V();
                public long M0 => V.N; public long M1 => a.Q; public long M2 { get; } public C() { Of(null) = 9;
                ref long r = ref Q(a); r = 8; M2 = V.N; } }
            """, Known: ""),
        (Form: "structs whose fields overlap", Source: """
            [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] struct U {
                [System.Runtime.InteropServices.FieldOffset(0)] public long A;
                [System.Runtime.InteropServices.FieldOffset(0)] public double B;
                [System.Runtime.InteropServices.FieldOffset(4)] public int D; }
            class C { static readonly U X = new() { A = 5, B = 2 }; readonly U y = new() { B = 1.5 }; public long M0 => X.A;
                public double M1 => X.B; public int M2 => X.D; public long M3 => y.A; static readonly U? Z = new U { A = 7 };
                public double M4 => Z.Value.B; }
            """, Known: ""),
        (Form: "interpolations", Source: """"
            class C { static readonly double D = 1.5; const string K = "k"; static readonly string S = "s";
                public string M0 => $"{D}"; public string M1 => $"{S}"; public string M2 => $"a";
                public const string M3 = $"{K}a"; public string M4 => $"{K,5}"; public int M5 => $"{K}".Length;
                public string M6 => $"{5}"; public string M7 => $"{S}{S}" + "x"; public FormattableString M8 => $"{D}";
                public string M9 => $""; public string M10 => $"{'a'}"; public string M11 => $"{null}";
                public string M12 => $"""{S}"""; public bool M13 => $"{K}" == "k"; public string M14 => "a" + $"b"; }
            """", Known: ""),
        (Form: "strings compared by operators and methods", Source: """"
            class C { static readonly string A = "strasse", B = "straße"; public bool M0 => A == B;
                public int M1 => A.CompareTo(B); public bool M2 => A.Equals(B, StringComparison.InvariantCulture);
                public bool M3 => A != B; public int M4 => string.CompareOrdinal(A, B);
                public bool M5 => A.Equals((object)"strasse"); public bool M6 => Equals(A, "strasse");
                public bool M7 => (object)A == "strasse"; public bool M8 => ReferenceEquals(A, "strasse");
                public bool M9 => A is "strasse"; public int M10 => B.Length; public bool M11 => string.IsNullOrWhiteSpace(" ");
                public int M12 => "a\nb".Length; public int M13 => @"a\nb".Length; public int M14 => """ab""".Length;
                public bool M15 => "a" + "b" == "ab"; public bool M16 => "i".ToUpper() == "I"; public string M17 => A ?? B;
                public char M18 => A[0]; public int M19 => A.Length - B.Length;
                public bool M20 => A.Length > B.Length && A != null; }
            """", Known: "M0 M3 M9 M10 M12 M13 M14 M15 M17 M19 M20"),
        (Form: "throws in values and checks that pass", Source: """
            class C { static readonly long? N = 5;
                static long Check(long a) => a > 0 ? a : throw new ArgumentException(nameof(a));
                static long Fail() => throw new Exception(); long n; public long M0 => Check(5);
                public long M1 => N ?? throw new Exception(); public long M2 => n; public long M3 => true ? 7 : Fail();
                public long M4 => N switch { 5 => 8, _ => throw new Exception() }; public long M5 { get; }
                public C(long a = 9) { ArgumentOutOfRangeException.ThrowIfNegative(a); n = a > 3 ? a : throw new Exception();
                M5 = Check(n) + 1; } }
            """, Known: "M0 M1 M2 M3 M4 M5"),
        (Form: "constants of other constants in a circle of types", Source: """
            class A1 { public const long N = B1.N + 1; public const double D = N / 2; } class B1 {
                public const long N = 5 * C.K; public const string S = nameof(N) + C.T; }
            class C { public const long K = 7; public const string T = "t"; public long M0 => A1.N;
                public double M1 => A1.D; public int M2 => B1.S.Length; public const decimal D = 1.10m; public decimal M3 => D;
                public const float F = 1 / 3f; public double M4 => F; public const char Ch = (char)('a' + 1);
                public int M5 => Ch; public const bool Bo = K > 5 && T != null; public bool M6 => Bo;
                public const object O = null; public bool M7 => O == null; public const long U = unchecked((int)0xFFFFFFFF);
                public long M8 => U; public const DayOfWeek Day = DayOfWeek.Friday + 1; public int M9 => (int)Day;
                public const int Ter = Bo ? 3 : 4; public int M10 => Ter; public const string Nn = null;
                public string M11 => Nn + "a"; public const uint Big = uint.MaxValue; public long M12 => Big + 1L;
                public const double Inf = 1 / 0.0; public double M13 => Inf; public const double Dbl = 0.1f;
                public double M14 => Dbl; public const int Sh = 1 << 33; public int M15 => Sh;
                public const string Cast = (string)"abc"; public int M16 => Cast.Length; }
            """, Known: "M0 M1 M2 M3 M4 M6 M9 M10 M12 M13 M14 M15 M16"),
        (Form: "statics that other statics read before they are set", Source: """
            class C { static readonly long A = B + 1; static readonly long B = 5; static readonly long D = A + B;
                public long M0 => A; public long M1 => B; public long M2 => D; static long E { get; } = F;
                static readonly int F = 7; public long M3 => E; const long G = 8; static readonly long H = G + I;
                const long I = 9; public long M4 => H; static readonly long? J = K; static readonly long? K = 5;
                public long? M5 => J; static readonly int[] L = M; static readonly int[] M = { 1 }; public int M6 => L.Length;
                static readonly string N = O + "x"; static readonly string O = "o"; public string M7 => N;
                static readonly decimal P = Q * 2; static readonly decimal Q = 1.5m; public decimal M8 => P;
                static readonly DayOfWeek R = S; static readonly DayOfWeek S = DayOfWeek.Friday; public int M9 => (int)R;
                static readonly TimeSpan T = U + U, U = TimeSpan.FromDays(1); public double M10 => T.TotalDays;
                static readonly BigInteger V = W + 1, W = 5; public BigInteger M11 => V; static readonly char X = Y, Y = 'y';
                public int M12 => X; static readonly bool Z = ZZ, ZZ = true; public bool M13 => Z; }
            """, Known: "M1 M4"),
        (Form: "instance members before they are set", Source: """
            class C { long a; public long M0 => a; long? b; public long M1 => b ?? 7; public string S { get; }
                public bool M2 => S == null; double d; public double M3 => d + 1; decimal e; public decimal M4 => e * 2;
                DayOfWeek w; public int M5 => (int)w; bool t; public int M6 => t ? 1 : 2; TimeSpan s;
                public double M7 => s.TotalDays; BigInteger g; public BigInteger M8 => g + 1; char c; public int M9 => c;
                int[] i; public int M10 => i?.Length ?? 3; object o; public bool M11 => o is null; (int, int) p;
                public int M12 => p.Item1; static long st; public long M13 => st; static string ss;
                public int M14 => ss?.Length ?? 4; }
            """, Known: ""),
        (Form: "members assigned in the constructor by the values of others", Source: """
            class C { public long M0 { get; } public double M1 { get; } public int? M2 { get; } public object M3 { get; }
                public decimal M4 { get; } public float M5 { get; } public string M6 { get; } public bool M7 => M3 is long;
                public long M8 { get; private set; } = 3; public char M9 { get; } public byte M10 { get; }
                public long M11 => M10 * M10; public C() : this(7, 'b') { M8 *= 2; M1 /= 2; } C(int a, char c) { M0 = c; M1 = a;
                M2 = a; M3 = M0; M4 = a; M5 = 16777217 + a; M6 = "a" + "b"; M9 = c; M10 = (byte)a; M8 = M8 + M10; } }
            """, Known: "M0 M1 M2 M3 M4 M5 M6 M8 M9 M10 M11"),
        (Form: "inherited values of other types", Source: """
            abstract class A<T> { public abstract T V { get; } public T W { get; protected set; } public virtual T X => V;
                public int Size => 5; } class B : A<double> { public override double V => 5; public override double X => V / 2;
                public B() { W = 7; } }
            class C : A<long> { public override long V => 'a'; public C() { W = 5; } readonly B b = new();
                readonly A<double> d = new B(); public long M0 => X; public double M1 => b.X; public double M2 => d.X;
                public double M3 => d.W / 2; public long M4 => W / 2; public double M5 => d.V / 2; public int M6 => d.Size; }
            """, Known: "M0 M1 M2 M3 M4 M5 M6"),
        (Form: "default interface members of values", Source: """
            interface IA { long N => 5; static long S => 6; const long K = 7; long Twice() => N * 2;
                static readonly long R = K * 2; } interface IB : IA { long IA.N => 8; } class V : IA { } class W : IB { }
            class X : IA { public long N => 9; }
            class C { readonly IA a = new V(), b = new W(), d = new X(); public long M0 => a.N; public long M1 => b.N;
                public long M2 => d.N; public long M3 => a.Twice(); public long M4 => IA.S + IA.K; public long M5 => d.Twice();
                public long M6 => IA.R; public long M7 => ((IA)new W()).N; }
            """, Known: "M0 M1 M2 M3 M4 M5 M6 M7"),
        (Form: "collection expressions and spreads", Source: """
            class C { static readonly int[] A = [1, 2, 3]; static readonly int[] B = [.. A, 4];
                static readonly List<int> L = [1, 2]; static readonly int[] E = []; static readonly long[] D = ['a', 5];
                ReadOnlySpan<int> S => [1, 2]; public int M0 => A.Length; public int M1 => B.Length; public int M2 => L.Count;
                public int M3 => E.Length; public long M4 => D[0]; public int M5 => S.Length;
                public int M6 => ((int[])[1, 2]).Length; static int F(params int[] a) => a.Length;
                public int M7 => F([1, 2, 3]); public int M8 => F(1, 2); public int M9 => F(); public int M10 => F(null) ;
                static int G(params object[] a) => a.Length; public int M11 => G(1, "a"); public int M12 => G(new object[] {
                1, 2, 3 }); public int M13 => G(new int[] { 1, 2, 3 }); public int M14 => G((object)new object[] { 1, 2 });
                public int M16 => G(new string[] { "a", "b" }); }
            """, Known: "M0 M3 M6 M7 M8 M9 M11 M12 M13 M14 M16"),
        (Form: "params in arrays and overloads by priority", Source: """
            class C { static int F(int[] a) => 1; [OverloadResolutionPriority(1)] static int F(IEnumerable<int> a) => 2;
                static int G(object a) => 1; [OverloadResolutionPriority(-1)] static int G(int a) => 2;
                static int H(params ReadOnlySpan<int> a) => 1; static int H(params int[] a) => 2;
                static int I(Span<int> a) => 1; static int I(ReadOnlySpan<int> a) => 2; static int I(int[] a) => 3;
                public int M0 => F(new[] { 1 }); public int M1 => G(5); public int M2 => H(1, 2); public int M3 => H(new[] {
                1 }); public int M4 => I([1]); public int M5 => I(new[] { 1 }); static int J(IEnumerable<int> a) => 1;
                static int J(ReadOnlySpan<int> a) => 2; public int M6 => J([1]); public int M7 => J(new[] { 1 }); }
            """, Known: "M0 M1 M2 M3 M4 M5 M6 M7"),
        (Form: "target-typed new and default literals", Source: """
            class P { public long V = 5; public P() { } public P(long v = 7) { V = v; } } struct Q { public long V;
                public Q(long v = 7) { V = v; } }
            class C { P a = new(); P b = new(8); P d = default; Q e = new(); Q f = new(9); Q g = default; long? h = new();
                long i = new(); int? j = default; double k = default; P l = new() { V = 3 }; public long M0 => a.V;
                public long M1 => b.V; public bool M2 => d == null; public long M3 => e.V; public long M4 => f.V;
                public long M5 => g.V; public long? M6 => h; public long M7 => i; public int? M8 => j; public double M9 => k;
                public long M10 => l.V; public long M11 => default(long) + 1; public long M12 => new long() + 2;
                public decimal M13 => new decimal(1.5); public decimal M14 => new decimal(15, 0, 0, false, 1);
                public string M15 => new string('a', 2); public TimeSpan M16 => new(); public TimeSpan M17 => new(1, 0, 0);
                public object M18 => new(); public double M19 => new double(); public int? M20 => new int?(5);
                public long? M21 => new long?(5); public long M22 => new P(v: 4).V; public BigInteger M23 => new();
                public BigInteger M24 => new(5.0); public BigInteger M25 => new(5m);
                public BigInteger M26 => new BigInteger(7L); public Half M27 => new(); public bool M28 => new bool();
                public DayOfWeek M29 => new(); public int M30 => (int)new DayOfWeek(); public BigInteger M31 => new(new byte[] {
                1, 2 }); public char M32 => new(); public float M33 => new float(); }
            """, Known: "M0 M1 M4 M9 M10 M11 M13 M22 M23 M24 M25 M26"),
        (Form: "field-backed properties and lazies", Source: """
            class C { public long M0 { get => field == 0 ? 5 : field; set; } public long M1 { get; set => field = value * 2;
                } = 3; public long M2 { get; set => field = value * 2; } public long? M3 { get => field ??= 7; } public C() {
                M2 = 4; } readonly Lazy<long> z = new(() => 5); public long M4 => z.Value; public long M5 => M3 ?? 0; }
            """, Known: "M1 M2"),
        (Form: "extension members with values", Source: """
            static class X { extension(long a) { public long Double => a * 2; public static long Ten => 10;
                public long Plus(int b = 3) => a + b; } extension(C c) { public long Deep => c.M0 + 1; }
                public static double Half(this double d) => d / 2; public static long Twice(this int i) => i * 2;
                public static string Twice(this string s) => s + s; }
            class C { public long M0 => 5L.Double; public long M1 => long.Ten; public long M2 => 5L.Plus();
                public long M3 => this.Deep; public double M4 => 5.0.Half(); public long M5 => 5.Twice();
                public double M6 => X.Half(5); public string M7 => "a".Twice(); public long M8 => 3.Twice().Plus(1); }
            """, Known: "M4 M5 M6 M7"),
        (Form: "compound and increment operators of the user's own", Source: """
            struct S { public long V; public void operator +=(long v) => V += v * 2; public void operator ++() => V += 100;
                public static S operator +(S a, long b) => new() { V = a.V + b }; }
            class C { S a = new() { V = 1 }; S b = new() { V = 1 }; S d = new() { V = 1 }; public long M0 => a.V;
                public long M1 => b.V; public long M2 => d.V; public C() { a += 5; b++; d = d + 5; } }
            """, Known: ""),
        (Form: "null-conditional assignment", Source: """
            class P { public long V = 1; public P Next; }
            class C { readonly P a = new(), b = null; public long M0 => a.V; public long M1 => b?.V ?? 5;
                public bool M2 => a.Next == null; public C() { a?.V = 7; b?.V = 8; a?.Next?.V += 5; } }
            """, Known: ""),
        (Form: "lambdas with defaults, natural types and casts", Source: """
            class C { static readonly Func<long, long> F = a => a * 2; public long M0 => F(5);
                public long M1 => ((Func<long>)(() => 7))(); public long M2 => new Func<int, long>(x => x + 1)(2);
                static long Apply(Func<long, long> f, long a) => f(a); public long M3 => Apply(x => x + 1, 5); public long M4 {
                get { var f = (int x = 5) => x * 2; return f(); } } public long M5 { get {
                static long G(long a) => a > 0 ? a + G(a - 1) : 0; return G(4); } }
                static long Rec(long n) => n <= 1 ? 1 : n * Rec(n - 1); public long M6 => Rec(10); public long M7 => Rec(30);
                public double M8 => Fact(25); static double Fact(int n) => n == 0 ? 1 : n * Fact(n - 1); }
            """, Known: "M5 M6 M8"),
        (Form: "aliases of types and using static", Source: """
            class C { public int M0 => (Num)5 / 2; public double M1 => (Real)5 / 2; public int M2 => Deep.V;
                const int V = 3; public int M3 => V; public double M4 => Math.Min(1, 2); public long M5 => Number.One;
                static class Deep { public const int V = 4; } static class Number { public const long One = 11; }
                static class Math { public static double Min(double a, double b) => 42; } struct Num {
                public static explicit operator Num(int i) => new(); public static int operator /(Num a, int b) => 77; }
                struct Real { public static explicit operator Real(int i) => new();
                public static double operator /(Real a, int b) => 0.5; } }
            """, Known: "M0 M1 M2 M3 M4 M5"),
        (Form: "types of the user's named as those of the framework", Source: """
            namespace System2 { struct TimeSpan { public double TotalDays => 99;
                public static TimeSpan FromDays(double d) => new();
                public static TimeSpan operator +(TimeSpan a, TimeSpan b) => a; } struct BigInteger { public long V;
                public static BigInteger Pow(BigInteger a, int b) => new() { V = 5 };
                public static implicit operator BigInteger(int i) => new() { V = i + 1 }; } static class Math {
                public static double Max(double a, double b) => 7; public static double Pow(double a, double b) => 8; }
                struct Nullable<T> { public T Value => default; public bool HasValue => true;
                public T GetValueOrDefault() => default; } class Quantity { public const double Billion = 5; } }
            class C { static readonly System2.TimeSpan T = System2.TimeSpan.FromDays(3); public double M0 => T.TotalDays;
                public double M1 => System2.Math.Max(1, 2); public long M2 => System2.BigInteger.Pow(2, 3).V;
                static readonly System2.Nullable<long> N = default; public long M3 => N.Value; public bool M4 => N.HasValue;
                public double M5 => System2.Quantity.Billion; public long M6 => ((System2.BigInteger)5).V;
                public long M7 => N.GetValueOrDefault(); public double M8 => (T + T).TotalDays;
                public double M9 => System2.Math.Pow(2, 3); }
            """, Known: "M0 M1 M2 M5 M6 M8 M9"),
        (Form: "quantities of the library", Source: """
            class C { public double M0 => 15 * Quantity.Trillion; public long M1 => (long)(1.5 * Quantity.Billion);
                public double M2 => Quantity.Million / 3; }
            """, Known: "M0 M1 M2"),
    ];
}
