namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Forms of C# 12 to 14, and what an older compiler refuses.
    private static readonly (string Form, string Source, string Known)[] NewerAsked =
    [
        (Form: "a span of an extension's receiver", Source: """
            static class X { extension(ref long x) { public Span<long> S =>
                System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref x, 1); } }
            class C { public readonly long M0; public C() { long n = 1; var s = n.S; n = 2; s[0] = 5; M0 = n; } }
            """, Known: ""),
        (Form: "a class whose parameter shares its name with a property", Source: """
            [TrainingConfig] public partial class C(long M0 = 3) { public long M0 { get; set; } = M0 + 1; public long M1 = M0;
                public long M2 => M0; }
            """, Known: "M0 M1 M2"),
        (Form: "a parameter passed on and kept", Source: """
            public class B(long n) { public long Up() => n++; public long N => n; }
            [TrainingConfig] public partial class C(long n = 3) : B(n) { public long M0 => n; public long M1 => N; public long
                M2 = 1; long x = n = 5; }
            """, Known: "M0 M1 M2"),
        (Form: "a parameter assigned in the argument of the base", Source: """
            public class B { public long N; public B(long n) { N = n; } }
            [TrainingConfig] public partial class C(long n = 3) : B(n = 4) { public long M0 => n; public long M1 => N; public
                long M2 { get; } = n; }
            """, Known: "M0 M1 M2"),
        (Form: "a foreach by ref over a list's span of structs", Source: """
            struct P { public long V; public P() { V = 1; } }
            class C { readonly List<P> l = [new P()]; public long M0; public C() { P p = l[0]; foreach (ref var x in
                System.Runtime.InteropServices.CollectionsMarshal.AsSpan(l)) x.V = 5; M0 = l[0].V + p.V; } }
            """, Known: ""),
        (Form: "a primary constructor of a struct whose parameter a method changes through in", Source: """
            struct S(long n) { public long Up() => ++n; public readonly long N => n; }
            class C { S s = new(3); readonly S r = new(3); public long M0 => s.N; public long M1 => r.N; static long In(in S s)
                => s.N; public C() { s.Up(); r.Up(); r.Up(); } }
            """, Known: ""),
        (Form: "an empty array by several ways", Source: """
            class C { public long M0 => Array.Empty<long>().Length; public long M1 => new long[0].Length; public long M2 =>
                ((long[])[]).Length; public long M3 => new long[] { }.Length; public long M4 =>
                Enumerable.Empty<long>().ToArray().Length; }
            """, Known: "M2 M3"),
    ];
}
