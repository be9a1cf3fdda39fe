namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Values by the names that lead to them.
    private static readonly (string Form, string Source, string Known)[] NamedValues =
    [
        (Form: "caller's line, sizes and names", Source: """
            class C {
                static int Line([CallerLineNumber] int n = 0) => n; static string Mem([CallerMemberName] string s = "x") => s;
                static long LineL([CallerLineNumber] long n = 0) => n;
                static string Arg(int a, [CallerArgumentExpression("a")] string s = "") => s;
                static double LineD([CallerLineNumber] double n = 1.5) => n;
                public int M0 => Line(); public string M1 => Mem(); public long M2 => LineL(); public string M3 => Arg(1 + 2);
                public int M4 => sizeof(int) + sizeof(char) + sizeof(decimal); public int M5 => nameof(C.M4).Length;
                public string M6 => nameof(List<int>); public double M7 => LineD(); public int M8 => Arg(5).Length;
                public string M9 { get; } = Mem();
            #line 200 "x.cs"
                public int M10 => Line();
            #line default
                public int M11 => nameof(@class).Length; static readonly int @class = 5; public int M12 => @class;
                public int M13 => Line(7);
            }
            """, Known: "M0 M1 M2 M3 M4 M5 M6 M7 M8 M9 M10 M11 M12 M13"),
        (Form: "preprocessor symbols and conditional attributes", Source: """
            #if SOMETHING
            class K { public const int A = 1; }
            #elif !DEBUG || true
            class K { public const int A = 2; }
            #else
            class K { public const int A = 3; }
            #endif
            class C {
            #if true && !false
                public int M0 => K.A;
            #else
                public int M0 => 9;
            #endif
                public long M1 { get; set; } = 5; [System.Diagnostics.Conditional("NOPE")] void Set() { M1 = 6; } public C() {
                Set();
            #if NEVER
                M1 = 7;
            #endif
                } }
            """, Known: "M0"),
        (Form: "verbatim and unicode identifiers", Source: """
            class @int { public const long @long = 5; public static long \u0041b = 6; public static long été = 7; }
            class C { const int @if = 3; static readonly long \u0061 = 4; public long M0 => @int.@long;
                public long M1 => @int.Ab; public long M2 => @if + a; public long M3 => @int.été * @a; long @M4x = 8;
                public long M4 => M4x; public int M5 => nameof(@if).Length; public int M6 { get; } = @if; }
            """, Known: "M0 M2 M4x M4 M5 M6"),
        (Form: "members that hide those of the outer type, usings and bases", Source: """
            namespace Apart { public static class K { public const long N = 1; } }
            class K { public const long N = 1; public static long S = 2; } static class Out { public const long N = 100;
                public const long Only = 101; }
            class B { public const long N = 10; public static readonly long S = 20; protected const long T = 30;
                public const long U = 35; }
            class C : B { new const long N = 40; const long K = 50; public long M0 => N; public long M1 => S;
                public long M2 => T; public long M3 => K; public long M4 => Apart.K.N;
                public long M5 => base.GetType() == null ? 1 : U; public long M6 = N * 2; public long M7 = B.N + C.N;
                public long M8 => Out.N + Inner.N; static class Inner { public const long N = 7; public static long O => N + S;
                } public long M9 => Inner.O; public long M10 => C.Inner.N * K; }
            """, Known: "M0 M1 M2 M3 M4 M6 M7 M8 M9 M10"),
        (Form: "Color Color", Source: """
            enum Kind { A = 1, B = 2 } class Size { public const long Big = 7; public long Value = 8; }
            class C { public Kind Kind { get; set; } = Kind.B; public Size Size { get; } = new Size { Value = 9 };
                public long M0 => (long)Kind; public long M1 => Size.Big; public long M2 => Size.Value;
                public long M3 => Size.Big + Size.Value; public bool M4 => Kind == Kind.B; const long Big = 3;
                public long M5 => Big + Size.Big; public long M6 = Size.Big * 2; }
            """, Known: "M0 M1 M2 M3 M4 M5 M6"),
        (Form: "a parameter or a local that hides a member", Source: """
            class C { const long N = 5; static long F(long N) => N * 2; long G() { long N = 7; return N + C.N; }
                public long M0 => F(3); public long M1 => G(); public long M2 { get; } public long M3 { get; set; } = 4;
                public C(long M3 = 9, long x = N) { M2 = M3 + x; this.M3 = M3; }
                public long M4 => ((Func<long, long>)(N => N + 1))(1); public long M5 => N; }
            """, Known: "M0 M1 M2 M3 M5"),
        (Form: "field and value as names", Source: """
            class C { const long field = 5; static readonly long value = 6; const long get = 7;
                public long M0 => C.field + value; long init = 8; public long M1 => init + get; public long M2 {
                get => @field * 2; } long record = 3; public long M3 => record; const long @var = 4, dynamic = 5, nameof = 6;
                public long M4 => @var + dynamic; public long M5 => C.nameof; long _ = 9; public long M6 => _;
                const long __ = 10; public long M7 => __;
                const long async = 1, await = 2, where = 3, partial = 4, required = 5, file = 6, scoped = 7, alias = 8;
                public long M8 => async + await + where + partial + required + file + scoped + alias; }
            """, Known: "M0 M1 M2 M3 M4 M5 M6 M7 M8"),
        (Form: "constants of generic types and in nested scopes", Source: """
            class G<T> { public const int N = 5; public static readonly int S = N * 2; public class In {
                public const int N = 6; public const int M = G<T>.N + N; }
                public static int Size => typeof(T) == typeof(int) ? 1 : 2; }
            class C : G<C> { public int M0 => G<int>.N; public int M1 => N; public int M2 => In.N;
                public int M3 => G<string>.In.M; public int M4 => S; public int M5 => Size; public int M6 => G<int>.Size;
                const int In2 = G<C>.In.M * 2; public int M7 => In2; }
            """, Known: "M0 M1 M2 M3 M4 M7"),
        (Form: "dictionaries, lists and their initialisers", Source: """
            class C {
                static readonly Dictionary<string, long> D = new() { ["a"] = 1, ["a"] = 2, ["b"] = 3 };
                static readonly List<int> L = new() { 1, 2, 3 }; static readonly int[] A = { 5, 6, 7 };
                static readonly int[,] B = { { 1, 2 }, { 3, 4 } }; static readonly int[][] J = { new[] { 1 }, new[] { 2, 3 } };
                static readonly HashSet<int> H = new() { 1, 1, 2 };
                public long M0 => D["a"]; public int M1 => D.Count; public int M2 => L.Count; public int M3 => A[1];
                public int M4 => A.Length; public int M5 => A.Sum(); public int M6 => B.Length; public int M7 => J.Length;
                public int M8 => H.Count; public int M9 => A[^1]; public int M10 => A[1..].Length;
                public double M11 => A.Average(); public int M12 => A.Max(); public int M13 => L[0];
                public int M14 => J[1].Length; public int M15 => A.Count(x => x > 5);
                public int M16 => Enumerable.Range(1, 5).Sum(); public int M17 => A.First();
                public int M18 => A.Aggregate((x, y) => x * y); public long M19 => A.LongLength; public int M20 => A.Rank;
                public int M21 => B.GetLength(1); public int M22 => new int[7].Length; public int M23 => new int[] { }.Length;
                public int M24 => Array.Empty<int>().Length; public int M25 => new[] { 1, 2 }.Length;
                public long M26 => L.Sum(x => (long)x); public int M27 => A.ToList().Count; public bool M28 => A.Contains(5);
                public int M29 => Array.IndexOf(A, 6); public int M30 => new List<int>(A).Count;
                public int M31 => (A.Length, L.Count).Item1; public bool M32 => A.Any();
            }
            """, Known: "M4 M7 M23 M25"),
        (Form: "arrays that are changed or shared", Source: """
            class C { readonly int[] a = { 1, 2, 3 }; int[] b; int[] c = new int[4]; public int M0 => a.Length;
                public int M1 => b.Length; public int M2 => c.Length; public int M3 => a[0]; public int M4 => d.Length;
                int[] d = { 1 }; public C() { b = a; b[0] = 9; Array.Resize(ref d, 5); c = b; } }
            """, Known: "M0 M1 M2"),
        (Form: "records, equality and texts", Source: """
            record R(int A, double B) { public int D { get; init; } = 7; } record S(int A, double B, string N) : R(A, B);
            record struct T(int A, object O); class K { public int A; }
            class C {
                static readonly R X = new(1, 2), Y = new(1, 2.0), Z = X with { D = 8 }; static readonly R W = new S(1, 2, "n");
                static readonly T P = new(1, 5), Q = new(1, 5L);
                public bool M0 => X == Y; public bool M1 => X.Equals(Z); public bool M2 => ReferenceEquals(X, Y);
                public string M3 => X.ToString(); public int M4 => Z.D; public bool M5 => W == X; public bool M6 => P == Q;
                public int M7 => X.GetHashCode() - Y.GetHashCode(); public double M8 => (W with { B = 5 }).B;
                public bool M9 => new K() == new K(); public bool M10 => (X, Y) == (Y, X); public double M11 => ((S)W).B;
                public bool M12 => X != null; public bool M13 => W is S; public int M14 => (W as S)?.A ?? 0;
                public int M15 => (X as S)?.A ?? 9; public bool M16 => X is S; public int M17 => W is S { N: "n" } s ? s.A : 0;
                public double M18 => X with { B = 9 } is { B: var b } ? b : 0; public bool M19 => (R)null == X;
                public bool M20 => new { A = 1 }.Equals(new { A = 1 }); public int M21 => new { A = 1, B = 2 }.B;
                public bool M22 => X == null; public bool M23 => null != W; public int M24 => new { N = new { V = 3 } }.N.V;
            }
            """, Known: "M4 M8 M11"),
        (Form: "overload resolution", Source: """
            class C {
                static int F(int a) => 1; static int F(long a) => 2; static int F(double a) => 3; static int F(object a) => 4;
                static int F(decimal a) => 5; static int F(params int[] a) => 6; static int G(long a) => 1;
                static int G(double a) => 2; static int G(ulong a, int x = 0) => 3; static int H(object a) => 1;
                static int H(string a) => 2; static int I(int? a) => 1; static int I(object a) => 2; static int J<T>(T a) => 1;
                static int J(long a) => 2; static int K(in int a) => 1; static int K(int a, int b = 2) => 2;
                static int L(IEnumerable<int> a) => 1; static int L(int[] a) => 2; static int N(byte a) => 1;
                static int N(short a) => 2; static int P(uint a) => 1; static int P(long a) => 2;
                static int Q(Func<int> f) => 1; static int Q(Func<long> f) => 2; static int Q(Func<double> f) => 3;
                public int M0 => F(1); public int M1 => F(1L); public int M2 => F(1u); public int M3 => F('a');
                public int M4 => F(1f); public int M5 => F(1m); public int M6 => F("x"); public int M7 => F(1, 2);
                public int M8 => F(); public int M9 => G(1); public int M10 => G(1f); public int M11 => G(ulong.MaxValue);
                public int M12 => H(null); public int M13 => I(5); public int M14 => I(null); public int M15 => J(1);
                public int M16 => J(1L); public int M17 => K(5); public int M18 => L(new int[0]); public int M19 => N(5);
                public int M21 => P(5); public int M22 => P((short)5); public int M23 => Q(() => 5);
                public int M24 => F((byte)1); public int M25 => F((object)1); public int M26 => J<long>(1);
                public int M28 => F((int?)1);
            }
            """, Known: "M0 M1 M2 M3 M4 M5 M6 M7 M8 M9 M10 M11 M12 M13 M14 M15 M16 M17 M18 M19 M21 M22 M23 M24 M25 M26 M28"),
        (Form: "checked contexts", Source: """
            class C {
                static readonly int I = int.MaxValue, M = int.MinValue; static readonly byte B = 255;
                static readonly double D = 300, Neg = -1; static readonly long L = long.MaxValue; static readonly uint U = 0;
                static readonly short S = -1;
                public int M0 => unchecked(I + 1); public byte M1 => unchecked((byte)(B + 1)); public byte M2 => (byte)(B + 1);
                public uint M3 => U - 1; public int M4 => -M; public int M5 => unchecked(-M); public byte M6 => (byte)D;
                public uint M7 => (uint)Neg; public int M8 => (int)L; public long M9 => L + 1; public ushort M10 => (ushort)S;
                public byte M11 => (byte)I; public ulong M12 => (ulong)S; public int M13 => I * 2;
                public long M14 => (long)I * 2; public int M15 => M / -1; public sbyte M16 => (sbyte)B;
                public char M17 => (char)I; public int M18 => Math.Abs(M); public long M19 { get { checked { return I + 1L; } }
                } public int M20 => (int)3000000000.0.CompareTo(1); public uint M21 => (uint)I + 1; public uint M22 => (uint)M;
                public uint M23 => unchecked((uint)-1); public ulong M24 => (ulong)M;
                public int M25 => (int)0xFFFFFFFF.CompareTo(5u); public long M26 => 0xFFFFFFFF;
                public long M27 => unchecked((int)0xFFFFFFFF); public int M28 => (int)(uint)I; public long M29 => M - 1L;
                public int M30 => M - 1; public decimal M31 => (decimal)L * 1000;
            }
            """, Known: "M14 M19 M21 M26 M28 M29 M31"),
    ];
}
