namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Statics: when they are made, by whom, and how many there are.
    private static readonly (string Form, string Source, string Known)[] Begun =
    [
        (Form: "a static that is made later than its reader", Source: """
            class C
            {
                public static readonly long M0 = A + 1;
                static readonly long A = 5;
                public static readonly long M1 = A + 1;
                public static readonly long M2 = K + 1;
                const long K = 7;
            }
            """, Known: "M1 M2"),
        (Form: "statics of two types that need each other", Source: """
            class X { public static readonly long A = Y.B + 1; public static readonly long Late = 3; }
            class Y { public static readonly long B = X.A + 10; public static readonly long D = X.Late; }
            class C
            {
                public static readonly long M0 = X.A;
                public static readonly long M1 = Y.B;
                public static readonly long M2 = Y.D;
                public static readonly long M3 = X.Late;
            }
            """, Known: ""),
        (Form: "statics of two types that need each other, first the other", Source: """
            class X { public static readonly long A = Y.B + 1; public static readonly long Late = 3; }
            class Y { public static readonly long B = X.A + 10; public static readonly long D = X.Late; }
            class C
            {
                public long M0 => Y.B;
                public long M1 => X.A;
                public long M2 => Y.D;
            }
            """, Known: ""),
        (Form: "a constant of another type needs no start", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class X { public const long K = 5; public static readonly long L = 6; static X() { Box.One.N = 7; } }
            class C
            {
                public long M0 { get; } = X.K;
                public long M1 => Box.One.N;
            }
            """, Known: "M0"),
        (Form: "a type that is started by a method, an operator, an event", Source: """
            class Box { public static readonly Box One = new(); public long N = 1, Q = 2, R = 3; }
            class X { static X() { Box.One.N = 5; } public static long F() => 4; }
            class Y { static Y() { Box.One.Q = 6; } public static Y operator +(Y a, Y b) => a; }
            class Z { static Z() { Box.One.R = 7; } public static event Action E; public static void Raise() => E?.Invoke(); }
            class C
            {
                public long M0 => Box.One.N;
                public long M1 => Box.One.Q;
                public long M2 => Box.One.R;
                public C()
                {
                    long x = X.F();
                    Y y = null;
                    y += y;
                    Z.E += () => { };
                }
            }
            """, Known: ""),
        (Form: "a static of a generic type with a constructor", Source: """
            class Count { public static long Made = 0; public static readonly Count One = new(); public long N = 1; }
            class G<T> { public static readonly long Number = ++Count.One.N; static G() { } }
            class C
            {
                public long M0 => G<int>.Number;
                public long M1 => G<string>.Number;
                public long M2 => Count.One.N;
            }
            """, Known: ""),
        (Form: "a static of a generic type by its argument", Source: """
            class G<T>
            {
                public static readonly bool IsInt = typeof(T) == typeof(int);
                public static readonly long Size = default(T) is null ? 8 : 4;
                public static long Own = 3;
                public const long K = 9;
            }
            class C
            {
                public bool M0 => G<int>.IsInt;
                public bool M1 => G<string>.IsInt;
                public long M2 => G<int>.Size;
                public long M3 => G<string>.Size;
                public long M4 => G<int>.K;
                public C()
                {
                    G<int>.Own = 5;
                }
                public long M5 => G<string>.Own;
            }
            """, Known: "M4"),
        (Form: "a static of a nested type of a generic one", Source: """
            class G<T> { public static class Inner { public static long N = 1; public static readonly long R = 2; } }
            class C
            {
                public long M0 => G<int>.Inner.N;
                public long M1 => G<string>.Inner.N;
                public long M2 => G<string>.Inner.R;
                public C()
                {
                    G<int>.Inner.N = 5;
                }
            }
            """, Known: ""),
        (Form: "an object with a member of a type parameter", Source: """
            class Part { public long N = 5; }
            class Other : Part { public Other() { N = 6; } }
            class G<T> where T : Part, new() { public T Made { get; } = new(); public long N => Made.N; }
            class D : G<Other> { }
            class C
            {
                static readonly G<Part> A = new();
                static readonly D B = new();
                public long M0 => A.N;
                public long M1 => B.N;
                static T Make<T>() where T : Part, new() => new T { N = 8 };
                public long M2 => Make<Other>().N;
            }
            """, Known: "M0 M1"),
        (Form: "a generic struct, made by its parameter", Source: """
            struct S { public long N; public S() { N = 7; } }
            struct Z { public long N; }
            class G<T> where T : new() { public T Made = new(); public T None = default; }
            class C
            {
                readonly G<S> s = new();
                readonly G<Z> z = new();
                readonly G<long> l = new();
                public long M0 => s.Made.N;
                public long M1 => s.None.N;
                public long M2 => z.Made.N;
                public long M3 => l.Made + 1;
            }
            """, Known: ""),
        (Form: "statics that are settable, set by the constructor of another", Source: """
            class Settings { public static long Batch { get; set; } = 32; public static readonly long Steps = Batch * 10; }
            class Other { public Other() { Settings.Batch = 64; } }
            class C
            {
                readonly long first = Settings.Batch;
                readonly Other other = new();
                readonly long second = Settings.Batch;
                public long M0 => first;
                public long M1 => second;
                public long M2 => Settings.Steps;
            }
            """, Known: ""),
        (Form: "a static of an interface", Source: """
            interface I
            {
                static readonly long N = 5;
                static long M { get; set; } = 6;
                const long K = 7;
                static long F() => N * 2;
            }
            class C : I
            {
                public long M0 => I.N;
                public long M1 => I.M;
                public long M2 => I.K;
                public long M3 => I.F();
                public C()
                {
                    I.M = 8;
                }
            }
            """, Known: "M0 M2 M3"),
        (Form: "an initialiser that makes an object of its own type", Source: """
            class C
            {
                static long made = 0;
                public static readonly C First = new(), Second = new();
                public readonly long Number = ++made;
                public static readonly long M0 = First.Number;
                public static readonly long M1 = Second.Number;
                public long M2 => First.Number + 1;
            }
            """, Known: ""),
        (Form: "a static that remembers what it is asked for", Source: """
            class Cache
            {
                static long? known;
                public static long Get() => known ??= Make();
                static long calls = 4;
                static long Make() => ++calls;
            }
            class C
            {
                public readonly long M0 = Cache.Get();
                public readonly long M1 = Cache.Get();
                public long M2 => Cache.Get();
            }
            """, Known: ""),
        (Form: "a thread's own static", Source: """
            class Own
            {
                [ThreadStatic] public static long N = 5;
                public static readonly System.Threading.AsyncLocal<long> A = new();
            }
            class C
            {
                long seen = 1, other = 2;
                public long M0 => seen;
                public long M1 => other;
                public C()
                {
                    Own.N = 6;
                    var t = new System.Threading.Thread(() => seen = Own.N);
                    t.Start();
                    t.Join();
                    other = System.Threading.Interlocked.Add(ref other, 3);
                }
            }
            """, Known: ""),
        (Form: "a double-checked instance", Source: """
            class Single
            {
                static Single one;
                static readonly object Gate = new();
                public long N = 5;
                public static Single One
                {
                    get
                    {
                        if (one == null) lock (Gate) one ??= new Single();
                        return one;
                    }
                }
            }
            class C
            {
                public long M0 => Single.One.N;
                public readonly long M1 = Single.One.N += 2;
                public long M2 => Single.One.N;
            }
            """, Known: ""),
        (Form: "a nested holder that starts late", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Late
            {
                public static long Get => Holder.Value;
                static class Holder { public static readonly long Value = Box.One.N; static Holder() { } }
            }
            class C
            {
                public readonly long M0, M1;
                public C()
                {
                    Box.One.N = 5;
                    M0 = Late.Get;
                    Box.One.N = 6;
                    M1 = Late.Get;
                }
            }
            """, Known: ""),
    ];
}
