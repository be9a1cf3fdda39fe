namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Structs, and what is a copy of them.
    private static readonly (string Form, string Source, string Known)[] Copies =
    [
        (Form: "a struct that is read before a part of it is assigned, in a tuple", Source: """
            struct V { public long P; }
            class C
            {
                V a = new V { P = 1 }, b;
                public long M0 => b.P;
                public long M1 => a.P;
                public C()
                {
                    (a.P, b) = (5, a);
                }
            }
            """, Known: ""),
        (Form: "a struct as an argument before a part of it is assigned", Source: """
            struct V { public long P; }
            class C
            {
                static long Get(V v, long x) => v.P * 10 + x;
                V a = new V { P = 1 };
                public readonly long M0;
                public long M1 => a.P;
                public C()
                {
                    M0 = Get(a, a.P = 5);
                }
            }
            """, Known: ""),
        (Form: "a struct given to a constructor before a part of it is assigned", Source: """
            struct V { public long P; }
            class T { public readonly V Kept; public T(V v, long x) { Kept = v; } }
            class C
            {
                V a = new V { P = 1 };
                readonly T t;
                public long M0 => t.Kept.P;
                public long M1 => a.P;
                public C()
                {
                    t = new T(a, a.P = 5);
                }
            }
            """, Known: ""),
        (Form: "an operator on a struct that its other side assigns", Source: """
            struct V
            {
                public long P;
                public static long operator -(V a, V b) => a.P * 10 - b.P;
            }
            class C
            {
                V a = new V { P = 1 };
                public readonly long M0;
                public C()
                {
                    M0 = a - (a = new V { P = 5 });
                }
            }
            """, Known: ""),
        (Form: "an operator on a struct that its other side assigns a part of", Source: """
            struct V
            {
                public long P;
                public static long operator -(V a, long b) => a.P * 10 - b;
            }
            class C
            {
                V a = new V { P = 1 };
                public readonly long M0;
                public C()
                {
                    M0 = a - (a.P = 5);
                }
            }
            """, Known: ""),
        (Form: "an in argument that a later argument assigns", Source: """
            class C
            {
                static long Sum(in long x, long y) => x * 10 + y;
                long n = 1;
                public readonly long M0;
                public long M1 => n;
                public C()
                {
                    M0 = Sum(in n, n = 5);
                }
            }
            """, Known: ""),
        (Form: "an in argument that the method assigns by its other name", Source: """
            class C
            {
                long n = 1;
                public readonly long M0;
                long Sum(in long x) => (n = 7) + x;
                public C()
                {
                    M0 = Sum(in n);
                }
            }
            """, Known: ""),
        (Form: "a struct that overlaps itself", Source: """
            [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)]
            struct U
            {
                [System.Runtime.InteropServices.FieldOffset(0)] public long A;
                [System.Runtime.InteropServices.FieldOffset(0)] public int B;
            }
            class C
            {
                readonly U u = new U { A = 70, B = 5 };
                static readonly U S = new U { B = 5, A = 70 };
                public long M0 => u.A;
                public int M1 => S.B;
            }
            """, Known: ""),
        (Form: "a class that overlaps itself", Source: """
            [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)]
            class C
            {
                [System.Runtime.InteropServices.FieldOffset(0)] public long M0 = 70;
                [System.Runtime.InteropServices.FieldOffset(0)] public int M1 = 5;
            }
            """, Known: ""),
        (Form: "two names of one box", Source: """
            interface I { long N { get; set; } }
            struct S : I { public long N { get; set; } }
            class C
            {
                readonly I b = new S { N = 1 };
                public long M0 => b.N;
                public C()
                {
                    I c = b;
                    c.N = 5;
                }
            }
            """, Known: ""),
        (Form: "two names of one box, through object", Source: """
            interface I { long N { get; set; } }
            struct S : I { public long N { get; set; } }
            class C
            {
                readonly I b = new S { N = 1 };
                public long M0 => b.N;
                public C()
                {
                    object o = b;
                    ((I)o).N = 5;
                }
            }
            """, Known: ""),
        (Form: "a box that two objects hold", Source: """
            interface I { long N { get; set; } }
            struct S : I { public long N { get; set; } }
            class Holder { public I Part { get; init; } }
            class C
            {
                static readonly I Shared = new S { N = 1 };
                readonly Holder a = new() { Part = Shared }, b = new() { Part = Shared };
                public long M0 => b.Part.N;
                public C()
                {
                    a.Part.N = 5;
                }
            }
            """, Known: ""),
        (Form: "a box handed on and taken out", Source: """
            interface I { long N { get; set; } }
            struct S : I { public long N { get; set; } }
            class C
            {
                static I Give(I i) => i;
                readonly I b = new S { N = 1 };
                readonly S taken;
                public long M0 => b.N;
                public long M1 => taken.N;
                public C()
                {
                    taken = (S)b;
                    Give(b).N = 5;
                }
            }
            """, Known: ""),
        (Form: "a struct with one member a struct, returned by a property", Source: """
            struct V { public long P; public V Up() { P++; return this; } }
            class C
            {
                V v = new V { P = 1 };
                V Read => v;
                public long M0 => v.P;
                public readonly long M1;
                public C()
                {
                    M1 = Read.Up().Up().P;
                }
            }
            """, Known: ""),
        (Form: "a struct that assigns itself", Source: """
            struct V
            {
                public long P;
                public void Reset(long p) { this = new V { P = p }; }
            }
            class C
            {
                V v = new V { P = 1 };
                public long M0 => v.P;
                public C()
                {
                    v.Reset(5);
                }
            }
            """, Known: ""),
        (Form: "a with of a struct that its initialiser changes", Source: """
            struct V { public long P, Q; }
            class C
            {
                V v = new V { P = 1, Q = 2 };
                readonly V w;
                public long M0 => w.P;
                public long M1 => w.Q;
                public C()
                {
                    w = v with { P = v.Q = 9 };
                }
            }
            """, Known: ""),
        (Form: "a nullable struct and its value", Source: """
            struct V { public long P { get; set; } }
            class C
            {
                V? v = new V { P = 1 };
                public long M0 => v.Value.P;
                public long M1 => v.GetValueOrDefault().P;
                public C()
                {
                    var copy = v.Value;
                    copy.P = 5;
                    v = copy;
                    copy.P = 6;
                }
            }
            """, Known: ""),
        (Form: "a struct with a class inside, copied", Source: """
            class Part { public long N = 1; }
            struct V { public Part Shared; public long P; }
            class C
            {
                readonly V a = new V { Shared = new Part(), P = 1 };
                public long M0 => a.Shared.N;
                public long M1 => a.P;
                public C()
                {
                    var b = a;
                    b.P = 7;
                    b.Shared.N = 5;
                }
            }
            """, Known: "M1"),
        (Form: "a swap of structs", Source: """
            struct V { public long P; }
            class C
            {
                V a = new V { P = 1 }, b = new V { P = 2 };
                public long M0 => a.P;
                public long M1 => b.P;
                public C()
                {
                    (a, b) = (b, a);
                    a.P += 10;
                }
            }
            """, Known: ""),
    ];
}
