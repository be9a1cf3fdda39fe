namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // What the framework runs of the source.
    private static readonly (string Form, string Source, string Known)[] ByFramework =
    [
        (Form: "Equals and GetHashCode through object", Source: """
            class Key
            {
                public long Asked = 1;
                public override bool Equals(object o) { Asked = 5; return true; }
                public override int GetHashCode() { Asked = 7; return 1; }
            }
            class C
            {
                readonly Key a = new(), b = new();
                public long M0 => a.Asked;
                public long M1 => b.Asked;
                public C()
                {
                    bool same = object.Equals(a, b);
                    object o = b;
                    int h = o.GetHashCode();
                }
            }
            """, Known: ""),
        (Form: "a set of objects that asks for hash codes", Source: """
            class Key
            {
                public long Asked = 1;
                public override bool Equals(object o) => true;
                public override int GetHashCode() { Asked = 7; return 1; }
            }
            class C
            {
                readonly Key a = new();
                public long M0 => a.Asked;
                public C()
                {
                    var set = new HashSet<object>();
                    object o = a;
                    set.Add(o);
                }
            }
            """, Known: ""),
        (Form: "a Lazy that makes its object by itself", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Made { public Made() { Box.One.N = 5; } }
            class C
            {
                public long M0 => Box.One.N;
                public C()
                {
                    var lazy = new Lazy<Made>();
                    var made = lazy.Value;
                }
            }
            """, Known: ""),
        (Form: "a type that is started by its handle", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class X { static X() { Box.One.N = 5; } }
            class C
            {
                public long M0 => Box.One.N;
                public C()
                {
                    RuntimeHelpers.RunClassConstructor(typeof(X).TypeHandle);
                }
            }
            """, Known: ""),
        (Form: "an object made by the name of its type", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            public class ByName { public ByName() { Box.One.N = 5; } }
            class C
            {
                public long M0 => Box.One.N;
                public C()
                {
                    var made = Activator.CreateInstance(typeof(Box).Assembly.FullName, typeof(Box).FullName.Replace("Box", "ByName"));
                }
            }
            """, Known: ""),
        (Form: "a reference to a private field by its name", Source: """
            class T { long n = 1; public long N => n; }
            class C
            {
                [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "n")] extern static ref long Of(T t);
                readonly T t = new(), u = new();
                public long M0 => t.N;
                public long M1 => u.N;
                public C()
                {
                    Of(t) = 5;
                    ref long r = ref Of(u);
                    r = 6;
                }
            }
            """, Known: ""),
        (Form: "an object that is left to the collector", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Dying { ~Dying() { Box.One.N = 5; } }
            class C
            {
                public long M0 => Box.One.N;
                [MethodImpl(MethodImplOptions.NoInlining)] static void Leave() { new Dying(); }
                public C()
                {
                    Leave();
                    GC.Collect();
                    GC.WaitForPendingFinalizers();
                }
            }
            """, Known: ""),
        (Form: "a loop whose variable converts", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct Amount { public static implicit operator Amount(long v) { Box.One.N = v; return default; } }
            class C
            {
                public long M0 => Box.One.N;
                public C()
                {
                    foreach (Amount a in new long[] { 4, 5 }) { }
                }
            }
            """, Known: ""),
        (Form: "a loop whose variable is deconstructed", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Pair { public void Deconstruct(out int a, out int b) { a = b = 1; Box.One.N = 5; } }
            class C
            {
                public long M0 => Box.One.N;
                public C()
                {
                    foreach (var (a, b) in new[] { new Pair() }) { }
                }
            }
            """, Known: ""),
        (Form: "a builder of texts whose capacity grows", Source: """
            class C
            {
                readonly System.Text.StringBuilder b = new() { Capacity = 100, Length = 200 };
                readonly UriBuilder u = new() { Scheme = "HTTP", Port = 70 };
                public int M0 => b.Capacity;
                public string M1 => u.Scheme;
                public int M2 => b.Length;
            }
            """, Known: ""),
        (Form: "references compared that are equal texts", Source: """
            class C
            {
                static readonly string A = "x", B = "xy";
                static readonly object O = A + "y", P = 5, Q = 5;
                public bool M0 => O == (object)B;
                public bool M1 => (object)(A + "y") == (object)"xy";
                public bool M2 => P == Q;
                public bool M3 => ReferenceEquals(P, Q);
                public bool M4 => object.Equals(P, Q);
                public bool M5 => (object)B != O;
            }
            """, Known: ""),
    ];
}
