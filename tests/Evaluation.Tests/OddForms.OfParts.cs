namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Values with parts, and code of the language whose order matters.
    private static readonly (string Form, string Source, string Known)[] OfParts =
    [
        (Form: "a struct that captures this in a copy", Source: """
            struct S { public long V; public Func<long> Make() { var me = this; return () => me.V++; } }
            class C { public long M0, M1; public C() { var s = new S { V = 3 }; var f = s.Make(); f(); M0 = s.V; M1 = f(); } }
            """, Known: ""),
        (Form: "a struct's property returned by value is a copy", Source: """
            struct S { public long V; public void Up() => V++; } class P { public S A { get; set; } public S F; public ref S R
                => ref F; }
            class C { readonly P p = new(); public long M0 => p.A.V; public long M1 => p.F.V; public C() { p.A.Up(); p.F.Up();
                p.R.Up(); p.R.V += 5; } }
            """, Known: ""),
        (Form: "an indexer by ref into a struct", Source: """
            struct S { public long V; } class L { S[] a = new S[2]; public ref S this[int i] => ref a[i]; }
            class C { readonly L l = new(); public long M0; public C() { l[0].V = 5; l[1] = l[0]; l[0].V = 6; M0 = l[1].V * 10
                + l[0].V; } }
            """, Known: ""),
        (Form: "a struct that replaces itself", Source: """
            struct S { public long V, W; public void Reset() { this = default; V = 7; } public void Take(S o) => this = o; }
            class C { S s = new() { V = 1, W = 2 }, t = new() { V = 3, W = 4 }; public long M0 => s.V; public long M1 => s.W;
                public long M2 => t.V; public C() { s.Reset(); t.Take(s); s.V = 9; } }
            """, Known: ""),
        (Form: "a nullable struct whose value is changed in a copy", Source: """
            struct S { public long V; public long Up() => ++V; }
            class C { S? s = new S { V = 3 }; public long M0 => s.Value.V; public long M1; public C() { M1 = s.Value.Up();
                s?.Up(); } }
            """, Known: ""),
        (Form: "a boxed struct that an interface changes, unboxed before and after", Source: """
            interface I { void Up(); } struct S : I { public long V; public void Up() => V++; }
            class C { public long M0, M1, M2; public C() { object o = new S { V = 3 }; var a = (S)o; ((I)o).Up(); var b = (S)o;
                ((S)o).Up(); M0 = a.V; M1 = b.V; M2 = ((S)o).V; } }
            """, Known: ""),
        (Form: "a record struct with and its parts", Source: """
            record struct R(long A, long B) { public long D = 4; public R() : this(1, 2) { D = 5; } }
            class C { public long M0 => new R().D; public long M1 => default(R).A; public long M2 => (new R(3, 4) with { A = 9
                }).B; public long M3 => new R(3, 4).D; public long M4 => (new R() with { B = 8 }).A; }
            """, Known: "M0 M2 M3 M4"),
        (Form: "a tuple field that is changed by parts", Source: """
            class C { (long A, long B) t = (1, 2); public long M0 => t.A; public long M1 => t.B; public C() { var u = t; t.A =
                5; u.B = 7; t.B = u.B + u.A; } }
            """, Known: ""),
        (Form: "an array of arrays shared", Source: """
            class C { readonly long[] a = { 1, 2 }; readonly long[][] all; public long M0; public long M1 => all.Length; public
                C() { all = new[] { a, a }; all[0][1] = 5; M0 = all[1][1]; } }
            """, Known: "M1"),
        (Form: "an array's length after it is replaced by another's", Source: """
            class C { long[] a = { 1, 2 }; long[] b = { 1, 2, 3 }; public long M0 => a.Length; public long M1 => b.Length;
                public C() { (a, b) = (b, a); } }
            """, Known: "M0 M1"),
        (Form: "an array that is resized by a method of its own", Source: """
            class C { long[] a = { 1, 2 }; public long M0 => a.Length; static void Grow<T>(ref T[] x) { var y = new T[x.Length
                * 2]; x = y; } public C() { Grow(ref a); } }
            """, Known: ""),
        (Form: "an array of two dimensions, and one of arrays", Source: """
            class C { readonly long[,] a = { { 1, 2, 3 }, { 4, 5, 6 } }; readonly long[][] b = { new long[] { 1 }, new long[] {
                2, 3 } }; public long M0 => a.Length; public long M1 => b.Length; public long M2 => a.GetLength(0); public long
                M3 => b[1].Length; public long M4 => new long[3, 4].Length; }
            """, Known: "M1"),
        (Form: "a method of type parameters that are told apart", Source: """
            class G<T> { public static long F<U>() => typeof(T) == typeof(U) ? 1 : 2; public static long H<U>(U u) => u is T ?
                3 : 4; public static long Size<U>() where U : struct => typeof(U) == typeof(long) ? 8 : 4; }
            class C { public long M0 => G<int>.F<int>(); public long M1 => G<int>.F<long>(); public long M2 => G<long>.H(5);
                public long M3 => G<long>.Size<long>(); public long M4 => G<object>.Size<int>(); }
            """, Known: ""),
        (Form: "a nested generic with parameters of its own", Source: """
            class O<T> { public class In<U> { public static long F => typeof(T) == typeof(int) ? typeof(U) == typeof(int) ? 1 :
                2 : 3; public long G() => typeof(U) == typeof(long) ? 4 : 5; } }
            class C { public long M0 => O<int>.In<long>.F; public long M1 => O<long>.In<int>.F; public long M2 => new
                O<int>.In<long>().G(); public long M3 => O<int>.In<int>.F; }
            """, Known: ""),
        (Form: "a generic base whose argument is swapped", Source: """
            class A<T, U> { public long F => typeof(T) == typeof(int) ? 1 : 2; public virtual long V => typeof(U) ==
                typeof(int) ? 3 : 4; } class B<T> : A<long, T> { public long K => typeof(T) == typeof(int) ? 5 : 6; } class D :
                B<int> { }
            class C { readonly D d = new(); public long M0 => d.F; public long M1 => d.V; public long M2 => d.K; }
            """, Known: ""),
        (Form: "a static virtual member by type argument, with a default", Source: """
            interface I<T> where T : I<T> { static virtual long N => 1; static abstract long K { get; } } struct S : I<S> {
                public static long K => 2; static long I<S>.N => 5; } struct Q : I<Q> { public static long K => 3; }
            class C { static long F<T>() where T : I<T> => T.N * 10 + T.K; public long M0 => F<S>(); public long M1 => F<Q>(); }
            """, Known: ""),
        (Form: "checked and unchecked by context, in constants, fields and casts", Source: """
            class C { static readonly int max = int.MaxValue; static readonly long big = 5_000_000_000; public long M0 =>
                unchecked(max + 1); public long M1 => (int)big; public long M2 => unchecked((byte)300); public long M3 =>
                unchecked((uint)-1); public long M4 => (short)max; }
            """, Known: ""),
        (Form: "a goto between the cases of a switch", Source: """
            class C { public long M0 = 1; public C() { switch (M0) { case 1: M0 = 2; goto case 5; case 5: M0 += 10; goto
                default; default: M0 *= 2; break; } } }
            """, Known: ""),
        (Form: "a finally after a return in a try, that changes what was returned", Source: """
            class C { long n = 1; long F() { try { return n; } finally { n = 5; } } public long M0 => n; public long M1; public
                C() { M1 = F(); } }
            """, Known: ""),
        (Form: "nested tries with a filter that sees the inner finally", Source: """
            class C { public long M0 = 1; bool F() { M0 = M0 * 10 + 2; return true; } public C() { try { try { throw new
                Exception(); } finally { M0 = M0 * 10 + 3; } } catch when (F()) { M0 = M0 * 10 + 4; } } }
            """, Known: ""),
        (Form: "a filter that throws", Source: """
            class C { public long M0 = 1; bool F() { M0 = 5; throw new Exception(); } public C() { try { throw new Exception();
                } catch (Exception) when (F()) { M0 = 7; } catch { M0 += 2; } } }
            """, Known: ""),
        (Form: "a loop with a declared local that a lambda keeps", Source: """
            class C { public long M0; public C() { var f = new List<Func<long>>(); for (long i = 0; i < 3; i++) f.Add(() => i);
                M0 = f.Sum(x => x()); foreach (var i in new[] { 1L, 2 }) f.Add(() => i); M0 += f.Sum(x => x()) * 100; } }
            """, Known: ""),
        (Form: "a local function that changes what surrounds it, called before its text", Source: """
            class C { public readonly long M0, M1; public C() { long n = 1; Up(); M0 = n; void Up() { n = 5; More(); } void
                More() => n += 2; n = 9; Func<long> g = Get; long Get() => n; M1 = g(); } }
            """, Known: ""),
        (Form: "a static local function with defaults and a closure beside", Source: """
            class C { public readonly long M0, M1; public C() { long n = 1; static long F(long a, long b = 4) => a * b; Action
                up = () => n++; M0 = F(n); up(); M1 = F(b: n, a: 10); } }
            """, Known: ""),
        (Form: "caller information in a chain", Source: """
            class C { static string Name([CallerMemberName] string n = "") => n; static string Twice([CallerMemberName] string
                n = "x") => Name() + Name(n); public string M0 => Name(); public string M1 => Twice(); public string M2 { get;
                } = Name(); static string Text(long a, [CallerArgumentExpression(nameof(a))] string t = "") => t; public string
                M3 => Text(1 + 2 * 3); }
            """, Known: "M0 M1 M2 M3"),
        (Form: "nameof in many places", Source: """
            class C { class In<T> { public long A; } const string K = nameof(In<int>.A) + nameof(System.Collections.Generic);
                public string M0 => K; public long M1 => nameof(C).Length; public string M2 => nameof(M1) +
                nameof(List<int>.Count); }
            """, Known: "M0 M1 M2"),
        (Form: "constants by expression of all kinds", Source: """
            class C { const long A = 5 > 3 ? 7 : 8, B = A << 3 | 1; const string S = "a" + "b" + nameof(A); const double D =
                1e3 / 3; const char X = 'a'; const bool T = A == 7 && !(B < 3); const decimal M = 1.10m; public long M0 => B;
                public string M1 => S; public double M2 => D; public long M3 => X + 1; public bool M4 => T; public decimal M5
                => M * 2; }
            """, Known: "M0 M1 M2 M3 M4 M5"),
        (Form: "enums with flags, casts and defaults", Source: """
            [Flags] enum E : byte { A = 1, B = 2, D = A | B } class C { E e; static readonly E f = E.D & ~E.A; public long M0
                => (long)f; public bool M1 => e == default; public long M2 => (int)(E)7; public bool M3 => f.HasFlag(E.B);
                public long M4 => (byte)(e | E.D); }
            """, Known: "M2"),
    ];
}
