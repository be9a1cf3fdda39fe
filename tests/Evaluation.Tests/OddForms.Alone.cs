namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Types of the framework that the source declares: the compiler uses these instead.
    private static readonly (string Form, string Source, string Known)[] Alone =
    [
        (Form: "a lock type of the program's own", Source: """
            namespace System.Threading { public class Lock { public static long Entered = 1; public Scope EnterScope() {
                Box.One.N = 5; return default; } public ref struct Scope { public void Dispose() { Box.One.K = 6; } } } }
            class Box { public static readonly Box One = new(); public long N = 1, K = 2; }
            class C
            {
                readonly System.Threading.Lock gate = new();
                public long M0 => Box.One.N;
                public long M1 => Box.One.K;
                public C() { lock (gate) { } }
            }
            """, Known: ""),
        (Form: "a version of the program's own", Source: """
            namespace System { class Version { public long K = 1; public Version(long n) { global::Box.One.N = n; }
                public override string ToString() { global::Box.One.N = 9; return ""; } } }
            class Box { public static readonly Box One = new(); public long N = 1; }
            class C { public long M0 => Box.One.N; public C() { var v = new System.Version(5L); } }
            """, Known: "M0"),
        (Form: "a uri of the program's own that is printed", Source: """
            namespace System { class Uri { public override string ToString() { global::Box.One.N = 9; return ""; } } }
            class Box { public static readonly Box One = new(); public long N = 1; }
            class C { static readonly System.Uri u = new(); public long M0 => Box.One.N; public string M1; public C() {
                M1 = $"{u}"; } }
            """, Known: ""),
        (Form: "a range of the program's own", Source: """
            namespace System { readonly struct Range { public Range(Index a, Index b) { global::Box.One.N = 9; }
                public static Range All => default; public static Range StartAt(Index a) { global::Box.One.K = 6;
                return default; } } }
            class Box { public static readonly Box One = new(); public long N = 1, K = 1; }
            class C { public long M0 => Box.One.N; public long M1 => Box.One.K; public C() { var r = 1..2; var q = 3..; } }
            """, Known: ""),
        (Form: "an index of the program's own", Source: """
            namespace System { readonly struct Index { public Index(int a, bool b) { global::Box.One.N = 9; }
                public static implicit operator Index(int i) { global::Box.One.K = 7; return default; } } }
            class Box { public static readonly Box One = new(); public long N = 1, K = 1; }
            class C { public long M0 => Box.One.N; public long M1 => Box.One.K; public C() { var r = ^1; System.Index i = 5; } }
            """, Known: "M1"),
        (Form: "a tuple of the program's own", Source: """
            namespace System { struct ValueTuple<A, B> { public A Item1; public B Item2; public ValueTuple(A a, B b) {
                Item1 = a; Item2 = b; global::Box.One.N = 9; } } }
            class Box { public static readonly Box One = new(); public long N = 1, K = 1; }
            class C { public long M0 => Box.One.N; public C() { var r = (1, 2); } }
            """, Known: ""),
        (Form: "a handler of texts of the program's own", Source: """
            namespace System.Runtime.CompilerServices { ref struct DefaultInterpolatedStringHandler {
                public DefaultInterpolatedStringHandler(int a, int b) { Box.One.N = 9; } public void AppendLiteral(string s) {
                } public void AppendFormatted<T>(T x) { } public string ToStringAndClear() => ""; } }
            class Box { public static readonly Box One = new(); public long N = 1, K = 1; }
            class C { public long M0 => Box.One.N; public string M1; public C(long n = 5) { M1 = $"a{n}b"; } }
            """, Known: ""),
        (Form: "a monitor of the program's own", Source: """
            namespace System.Threading { static class Monitor { public static void Enter(object o, ref bool b) { Box.One.N = 5;
                } public static void Exit(object o) { Box.One.K = 5; } } }
            class Box { public static readonly Box One = new(); public long N = 1, K = 1; }
            class C { static readonly object o = new(); public long M0 => Box.One.N; public long M1 => Box.One.K; public C() {
                lock (o) { } } }
            """, Known: ""),
    ];
}
