namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Records, structs and objects without a name are compared, copied and printed by their parts.
    private static readonly (string Form, string Source, string Known)[] ByParts =
    [
        (Form: "a with of an unknown record whose derived copy constructor counts", Source: """
            record B { public long N = 1; public static long Copies = 0; }
            record D : B { public static readonly D Last = new(); public long K = 1; public D() { }
                protected D(D d) : base(d) { Last.K = 7; } }
            class C
            {
                static B Pick(int i) => i == Environment.ProcessorCount ? new B() : new D();
                public long M0 => D.Last.K;
                public C() { var b = Pick(-1) with { N = 3 }; }
            }
            """, Known: ""),
        (Form: "a with in a loop of a record whose derived copy constructor counts", Source: """
            record B { public long N = 1; }
            record D : B { public static readonly D Last = new(); public long K = 1; public D() { }
                protected D(D d) : base(d) { Last.K = 7; } }
            class C
            {
                public long M0 => D.Last.K;
                public C(B b = null) { b = new D(); for (int i = 0; i < 2; i++) b = b with { N = 3 }; }
            }
            """, Known: ""),
        (Form: "tuple equality with operators that count", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class E { public static bool operator ==(E a, E b) { Box.One.N = 5; return true; }
                public static bool operator !=(E a, E b) => false; }
            class C
            {
                public long M0 => Box.One.N;
                public bool M1;
                public C() { M1 = (new E(), 1) == (new E(), 1); }
            }
            """, Known: ""),
        (Form: "with on an anonymous type and a struct", Source: """
            struct S { public long N = 1; public long K = 2; public S() { } }
            class C
            {
                public long M0, M1, M2;
                public C()
                {
                    var a = new { X = 1L, Y = 2L };
                    var b = a with { Y = 5 };
                    M0 = b.Y; M1 = a.Y;
                    S s = default; var t = s with { N = 4 };
                    M2 = t.K;
                }
            }
            """, Known: ""),
        (Form: "a record whose base has an equality of its own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            record B { public virtual bool Equals(B b) { Box.One.N = 5; return true; } public override int GetHashCode() => 1; }
            record D(long X) : B;
            class C { public long M0 => Box.One.N; public bool M1; public C() { M1 = new D(1) == new D(1); } }
            """, Known: ""),
        (Form: "a record whose derived one has an equality of its own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            record B(long X);
            record D(long X) : B(X) { public virtual bool Equals(D b) { Box.One.N = 5; return true; }
                public override int GetHashCode() => 1; }
            class C { public long M0 => Box.One.N; public bool M1; public C() { B a = new D(1), b = new D(1); M1 = a == b; } }
            """, Known: ""),
        (Form: "a record that prints its members itself", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            record D(long X) { protected virtual bool PrintMembers(System.Text.StringBuilder b) { Box.One.N = 5; return true; } }
            class C { public long M0 => Box.One.N; public string M1; public C() { M1 = new D(1).ToString(); } }
            """, Known: ""),
        (Form: "a record that prints its members itself, in an interpolation", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            record D(long X) { protected virtual bool PrintMembers(System.Text.StringBuilder b) { Box.One.N = 5; return true; } }
            class C { public long M0 => Box.One.N; public string M1; public C() { var d = new D(1); M1 = $"{d}"; } }
            """, Known: ""),
        (Form: "a record that prints what prints itself", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class P { public override string ToString() { Box.One.N = 5; return ""; } }
            record D(P X);
            class C { public long M0 => Box.One.N; public string M1; public C() { var d = new D(new P()); M1 = $"{d}"; } }
            """, Known: ""),
        (Form: "a record with a contract of its own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            record D(long X) { protected virtual Type EqualityContract { get { Box.One.N = 5; return typeof(D); } } }
            class C { public long M0 => Box.One.N; public bool M1; public C() { var d = new D(1); M1 = d.Equals(new D(2)); } }
            """, Known: ""),
        (Form: "a struct that is compared by its parts", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Key { public override bool Equals(object o) { Box.One.N = 5; return true; }
                public override int GetHashCode() { Box.One.N = 6; return 1; } }
            struct S { public Key K; }
            class C { public long M0 => Box.One.N; public C() { var d = new Dictionary<S, long>(); d[new S {
                K = new Key() }] = 1; d.ContainsKey(new S { K = new Key() }); } }
            """, Known: ""),
        (Form: "a struct that is compared by its parts, by the default comparer", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Key { public override bool Equals(object o) { Box.One.N = 5; return true; }
                public override int GetHashCode() { Box.One.N = 6; return 1; } }
            struct S { public Key K; }
            class C { public long M0 => Box.One.N; public bool M1; public C() { M1 = EqualityComparer<S>.Default.Equals(new S {
                K = new Key() }, new S { K = new Key() }); } }
            """, Known: ""),
        (Form: "an anonymous object that is printed", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class P { public override string ToString() { Box.One.N = 5; return ""; } }
            class C { public long M0 => Box.One.N; public string M1; public C() { var d = new { A = new P() }; M1 = $"{d}"; } }
            """, Known: ""),
        (Form: "an anonymous object that is compared", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Key { public override bool Equals(object o) { Box.One.N = 5; return true; }
                public override int GetHashCode() { Box.One.N = 6; return 1; } }
            class C { public long M0 => Box.One.N; public bool M1; public C() { var d = new { A = new Key() };
                M1 = d.Equals(new { A = new Key() }); } }
            """, Known: ""),
        (Form: "a tuple that is hashed", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Key { public override bool Equals(object o) { Box.One.N = 5; return true; }
                public override int GetHashCode() { Box.One.N = 6; return 1; } }
            class C { public long M0 => Box.One.N; public int M1; public C() { M1 = (new Key(), 2).GetHashCode(); } }
            """, Known: ""),
        (Form: "a tuple of structs that is compared", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S { public override bool Equals(object o) { Box.One.N = 5; return true; }
                public override int GetHashCode() => 1; }
            class C { public long M0 => Box.One.N; public bool M1; public C() { M1 = (new S(), 1).Equals((new S(), 1)); } }
            """, Known: ""),
        (Form: "switch expressions over types, tuples and strings", Source: """
            class C
            {
                static readonly string S = "abc"; static readonly object O = 5; static readonly long? L = null;
                public long M0 => S switch { "abc" => 1, _ => 2 }; public long M1 => O switch {
                    long => 1, int and > 3 => 2, _ => 3 };
                public long M2 => (S, 1) switch { ("abc", 1) => 1, _ => 2 }; public long M3 => L switch {
                    null => 1, > 3 => 2, _ => 3 }; public long M4 => S switch { { Length: 3 } => 1, _ => 2 };
                public long M5 => 'b' switch { >= 'a' and <= 'z' => 1, _ => 2 }; public long M6 => double.NaN switch {
                    < 1 => 1, >= 1 => 2, _ => 3 }; public long M7 => -0.0 switch { 0.0 => 1, _ => 2 };
                public long M8 => ((byte)5) switch { 5 => 1, _ => 2 }; public long M9 => DayOfWeek.Monday switch {
                    DayOfWeek.Monday => 1, _ => 2 };
            }
            """, Known: "M0 M3 M6 M7 M8 M9"),
    ];
}
