namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Order, references, and what starts later.
    private static readonly (string Form, string Source, string Known)[] Various =
    [
        (Form: "an async method that starts a type after an await", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            static class T { public static long X; static T() { Box.One.N = 5; X = 1; } public static void Touch() { } }
            class C
            {
                static async System.Threading.Tasks.Task F(System.Threading.Tasks.Task t) { await t; T.Touch(); }
                public long M0 => Box.One.N;
                public C() { var s = new System.Threading.Tasks.TaskCompletionSource<int>(); var t = F(s.Task); Box.One.N = 2;
                    s.SetResult(1); t.Wait(); }
            }
            """, Known: ""),
        (Form: "an iterator that starts a type when it is read", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            static class T { public static long X; static T() { Box.One.N = 5; X = 1; } public static void Touch() { } }
            class C
            {
                static IEnumerable<long> F() { T.Touch(); yield return 1; }
                public long M0 => Box.One.N;
                public C() { var s = F(); Box.One.N = 2; foreach (var x in s) { } }
            }
            """, Known: ""),
        (Form: "a lazy value that starts a type", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            static class T { public static readonly long X = Box.One.N = 5; public static long Y { get { return X; } } }
            class C
            {
                public long M0 => Box.One.N;
                public C() { var l = new Lazy<long>(() => T.X); Box.One.N = 2; var x = l.Value; }
            }
            """, Known: ""),
        (Form: "memory that is written by address", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential)]
            class P { public long N = 1; }
            class C
            {
                static readonly P One = new();
                static readonly System.Runtime.InteropServices.GCHandle H = System.Runtime.InteropServices.GCHandle.Alloc(One,
                    System.Runtime.InteropServices.GCHandleType.Pinned);
                public long M0 => One.N;
                public C() { One.N = 2; System.Runtime.InteropServices.Marshal.WriteInt64(H.AddrOfPinnedObject(), 5); }
            }
            """, Known: ""),
        (Form: "optional arguments of types given by attributes", Source: """
            class C
            {
                static long F([System.Runtime.InteropServices.Optional,
                    System.Runtime.InteropServices.DefaultParameterValue(5L)] long x) => x * 2;
                static long G([System.Runtime.InteropServices.Optional] long x) => x + 1;
                static object H([System.Runtime.InteropServices.Optional,
                    System.Runtime.InteropServices.DefaultParameterValue(5)] object x) => x;
                static long J(long? x = 5) => x.Value * 3;
                static double K(double x = 5) => x / 2;
                static float L(float x = 16777217) => x;
                static long Q(char c = 'a') => c;
                static decimal R(decimal d = 1.10m) => d;
                static long S(object o = null) => o == null ? 1 : 2;
                public long M0 => F();
                public long M1 => G();
                public long M2 => H() is 5 ? 1 : 2;
                public long M3 => H() is 5L ? 1 : 2;
                public long M4 => J();
                public double M5 => K();
                public float M6 => L();
                public long M7 => Q();
                public decimal M8 => R();
                public long M9 => H() switch { 5L => 1, 5 => 2, _ => 3 };
            }
            """, Known: "M0 M4 M5 M6 M7 M8 M9"),
        (Form: "caller's argument expression by name", Source: """
            class C
            {
                static long F(long a, long b = 2, [CallerArgumentExpression("b")] string s = "x") => s.Length;
                static long G([CallerMemberName] string s = "") => s.Length;
                public long M0 => F(1);
                public long M1 => F(1, b: 10 + 2);
                public long M2 => G();
                public long M3 { get; } = G();
                public long M4 { get { return G(null); } }
                public readonly long M55 = G();
            }
            """, Known: "M0 M1 M2 M3 M55"),
        (Form: "argument order by names with effects", Source: """
            class C
            {
                long n = 1;
                long Next() { n = n * 10; return n; }
                static long F(long a, long b, long c) => a * 10000 + b * 100 + c;
                public long M0 { get; }
                public long M1 => n;
                public C() { M0 = F(c: Next(), a: n, b: n = n + 1); }
            }
            """, Known: "M0 M1"),
        (Form: "a deconstruct with effects in a nested position", Source: """
            class P { public long N = 1; public void Deconstruct(out long a, out long b) { N = 5; a = 1; b = 2; } }
            class C
            {
                readonly P p = new();
                public long M0 => p.N;
                public long M1;
                public C() { (var x, (var y, var z)) = (1, p); M1 = y; }
            }
            """, Known: ""),
        (Form: "a range on a type with Length and Slice that count", Source: """
            class S { public long N = 1; public int Length { get { N = 5; return 3; } } public long this[int i] => i;
                public S Slice(int a, int b) { N = 6; return this; } }
            class C
            {
                readonly S s = new(), t = new(), u = new();
                public long M0 => s.N;
                public long M1 => t.N;
                public long M2 => u.N;
                public C() { var x = s[^1]; var y = t[1..]; bool z = u is [_, .., 2]; }
            }
            """, Known: ""),
        (Form: "a conversion of the user's own in a using and a lock", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class D : IDisposable { public void Dispose() { Box.One.N = 7; } }
            struct W { public static implicit operator D(W w) => new(); }
            class C
            {
                public long M0 => Box.One.N;
                public C() { using (D d = new W()) { } }
            }
            """, Known: ""),
        (Form: "a using with no declaration", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class D : IDisposable { public void Dispose() { Box.One.N = 7; } }
            class C
            {
                public long M0 => Box.One.N;
                static readonly D d = new();
                public C() { using (d) { } }
            }
            """, Known: ""),
        (Form: "a constant null with operators of the user's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class W { public static long operator +(W a, W b) { Box.One.N = 5; return 3; } }
            class C { const W w = null; long n = w + w; public long M0 => Box.One.N; public long M1 => n; }
            """, Known: "M0 M1"),
        (Form: "a static made of a constant null with operators of the user's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class W { public static long operator -(W a) { Box.One.N = 5; return 3; } }
            static class S { const W w = null; static readonly long n = -w; public static long K = 1; }
            class C { public long M0 => Box.One.N; public C() { S.K = 2; } }
            """, Known: ""),
        (Form: "a local that a span writes", Source: """
            class C
            {
                public long M0, M1;
                public C() { long n = 1; var s = new Span<long>(ref n); n = 2; s[0] = 5; M0 = n; long k = 3; M1 = k; }
            }
            """, Known: "M1"),
        (Form: "a local that a created span writes", Source: """
            class C
            {
                public long M0;
                public C() { long n = 1; var s = System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref n, 1); n = 2;
                    s[0] = 5; M0 = n; }
            }
            """, Known: ""),
        (Form: "a local that a ref struct of the program writes", Source: """
            ref struct H { ref long n; public H(ref long x) { n = ref x; } public void Up() { n = 7; } }
            class C
            {
                public long M0;
                public C() { long n = 1; var h = new H(ref n); n = 2; h.Up(); M0 = n; }
            }
            """, Known: ""),
        (Form: "a parameter that a span writes", Source: """
            class C
            {
                public readonly long M0;
                static long F(long n) { var s = new Span<long>(ref n); n = 2; s[0] = 5; return n; }
                public C() { M0 = F(1); }
            }
            """, Known: ""),
        (Form: "a method group of the framework's own that makes objects", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class T { public T() { Box.One.N = 5; } }
            class C { public long M0 => Box.One.N; public C() { var l = new Lazy<T>(Activator.CreateInstance<T>);
                Box.One.N = 2; var t = l.Value; } }
            """, Known: ""),
        (Form: "an enumeration that is awaited", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct A { public W GetAwaiter() => default; public struct W : System.Runtime.CompilerServices.INotifyCompletion {
                public bool IsCompleted => true; public void OnCompleted(Action a) { } public void GetResult() { Box.One.N = 5;
                } } }
            class C { public long M0 => Box.One.N; static async void Go() { await new A(); } public C() { Go(); } }
            """, Known: ""),
        (Form: "an exception of the program's own with a message that counts", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class E : Exception { public override string Message { get { Box.One.N = 5; return ""; } } }
            class C { public long M0 => Box.One.N; public string M1; public C() { Exception e = new E(); M1 = e.Message; } }
            """, Known: "M0 M1"),
        (Form: "an exception that is printed", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class E : Exception { public override string Message { get { Box.One.N = 5; return ""; } } }
            class C { public long M0 => Box.One.N; public string M1; public C() { try { throw new E(); } catch (Exception e) {
                M1 = e.ToString(); } } }
            """, Known: ""),
        (Form: "a synchronisation context of the program's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class S : System.Threading.SynchronizationContext {
                public override void Post(System.Threading.SendOrPostCallback d, object s) { Box.One.N = 5; } }
            class C { public long M0 => Box.One.N; static async void Go() { await System.Threading.Tasks.Task.Yield(); }
                public C() { System.Threading.SynchronizationContext.SetSynchronizationContext(new S()); Box.One.N = 2; Go();
                System.Threading.SynchronizationContext.SetSynchronizationContext(null); } }
            """, Known: ""),
        (Form: "an output of the console of the program's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class W : System.IO.StringWriter { public override void Write(string s) { Box.One.N = 5; }
                public override void WriteLine(string s) { Box.One.N = 6; } }
            class C { public long M0 => Box.One.N; public C() { var o = Console.Out; Console.SetOut(new W()); Box.One.N = 2;
                Console.WriteLine("a"); Console.SetOut(o); } }
            """, Known: ""),
        (Form: "a listener of traces of the program's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class W : System.Diagnostics.TraceListener { public override void Write(string s) { Box.One.N = 5; }
                public override void WriteLine(string s) { Box.One.N = 6; } }
            class C { public long M0 => Box.One.N; public C() { var w = new W(); System.Diagnostics.Trace.Listeners.Add(w);
                Box.One.N = 2; System.Diagnostics.Trace.WriteLine("a"); System.Diagnostics.Trace.Listeners.Remove(w); } }
            """, Known: ""),
        (Form: "a coalescing assignment of nullable members with effects", Source: """
            class C
            {
                long? a; long? b = 3; long n = 1; long Next() { n++; return n; }
                public long M0 => a.Value; public long M1 => b.Value; public long M2 => n;
                public C() { a ??= Next(); b ??= Next(); a ??= Next(); }
            }
            """, Known: "M1"),
        (Form: "an alias in an array and by ref foreach", Source: """
            class P { public long N = 1; }
            class C
            {
                static readonly P p = new(); readonly P[] a = { p, p };
                public long M0 => p.N; public long M1 => a[0].N;
                public C() { foreach (var x in a) x.N = 5; a[1].N += 2; }
            }
            """, Known: ""),
        (Form: "a static local function, a static lambda, and a local of the same name", Source: """
            class C
            {
                const long n = 5; public long M0 => F(); public long M1 => G(2);
                static long F() { long n = 7; static long H(long n) => n + 1; return H(n); }
                static long G(long k) { long R(long k) => k == 0 ? n : R(k - 1) + 1; return R(k); }
            }
            """, Known: "M0"),
        (Form: "finally, return and a value that was read before", Source: """
            class C
            {
                long n = 1; public long M0 => F(); public long M1 => G(); public long M2 => n; readonly long m;
                    public long M3 => m;
                static long F() { long x = 1; try { return x; } finally { x = 5; } }
                static long G() { long x = 1; { x = 2; } if (x == 2) return x; return 9; }
                public C() { m = H(); } long H() { try { return n; } finally { n = 6; } }
            }
            """, Known: "M1"),
        (Form: "a lock on the object and a statement after it", Source: """
            class C { long n = 1; public long M0 => n; public long M1 = 3; public C() { lock (this) { n = 5; } M1 = 4; } }
            """, Known: "M1"),
        (Form: "static fields that count instances", Source: """
            class T { static long made; public readonly long Id = ++made; public static long Made => made; }
            class C { readonly T a = new(), b = new(); public long M0 => b.Id; public long M1 => a.Id; public long M2 => T.Made; }
            """, Known: ""),
    ];
}
