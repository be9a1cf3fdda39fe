namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Which member runs: overrides below an implementation, members of type arguments.
    private static readonly (string Form, string Source, string Known)[] Dispatched =
    [
        (Form: "default parameter values by interface and override", Source: """
            interface I { long F(long x = 1); }
            class B : I { public virtual long F(long x = 2) => x; }
            class D : B { public override long F(long x = 3) => x * 10; }
            class C
            {
                static readonly I i = new D(); static readonly B b = new D(); static readonly D d = new();
                public long M0 => i.F();
                public long M1 => b.F();
                public long M2 => d.F();
                public long M3 => ((I)b).F();
            }
            """, Known: "M0 M1 M2 M3"),
        (Form: "a disposal through an interface only", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct D : IDisposable { void IDisposable.Dispose() { Box.One.N = 7; } }
            class C
            {
                public long M0 => Box.One.N;
                public C() { using IDisposable d = new D(); }
            }
            """, Known: ""),
        (Form: "interface property implemented by a virtual that is overridden", Source: """
            interface I { long N { get; } long K { get; set; } }
            class B : I { public virtual long N => 1; public virtual long K { get; set; } = 1; }
            class D : B { public override long N => 5; public override long K { get => base.K * 10; set => base.K = value + 1; } }
            class C { static readonly I i = new D(); readonly I j = new D(); public long M0 => i.N; public long M1 => j.K;
                public C() { j.K = 3; } }
            """, Known: "M0 M1"),
        (Form: "interface method implemented by a virtual, overridden with effects, in a loop", Source: """
            interface I { void Go(); }
            class B : I { public virtual void Go() { } }
            class D : B { public static readonly D One = new(); public long N = 1; public override void Go() { One.N = 5; } }
            class C { public long M0 => D.One.N; public C() { I i = new D(); for (int k = 0; k < 2; k++) i.Go(); } }
            """, Known: ""),
        (Form: "framework interface implemented by a virtual, overridden with effects", Source: """
            class B : IComparable<B> { public virtual int CompareTo(B o) => 0; }
            class D : B { public static readonly D One = new(); public long N = 1; public override int CompareTo(B o) {
                One.N = 5; return 0; } }
            class C { public long M0 => D.One.N; public C() { var l = new List<B> { new D(), new D() }; l.Sort(); } }
            """, Known: ""),
        (Form: "a parsable type", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S : IParsable<S> { public static S Parse(string s, IFormatProvider p) { Box.One.N = 5; return default; }
                public static bool TryParse(string s, IFormatProvider p, out S r) { r = default; return true; } }
            class C { static T P<T>(string s) where T : IParsable<T> => T.Parse(s, null); public long M0 => Box.One.N;
                public C() { P<S>("a"); } }
            """, Known: ""),
        (Form: "generic math with a struct of the program", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S : System.Numerics.IAdditionOperators<S, S, S> { public static S operator +(S a, S b) { Box.One.N = 5;
                return a; } }
            class C { static T Add<T>(T a, T b) where T : System.Numerics.IAdditionOperators<T, T, T> => a + b;
                public long M0 => Box.One.N; public C() { Add(new S(), new S()); } }
            """, Known: ""),
        (Form: "a foreign base whose property calls an override", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class W : System.IO.StringWriter { public override System.Text.Encoding Encoding { get { Box.One.N = 5;
                return base.Encoding; } } public override void Write(char c) { Box.One.N = 6; } }
            class C { public long M0 => Box.One.N; public C() { var w = new W(); w.Write("abc"); w.WriteLine(5); } }
            """, Known: ""),
        (Form: "a foreign base whose constructor calls an override", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class L : System.Collections.ObjectModel.Collection<long> { protected override void InsertItem(int i, long x) {
                Box.One.N = 5; } }
            class C { public long M0 => Box.One.N; public C() { var l = new L { 1 }; } }
            """, Known: ""),
        (Form: "a foreign collection that calls overrides of the program", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class L : System.Collections.ObjectModel.KeyedCollection<long, long> {
                protected override long GetKeyForItem(long x) { Box.One.N = 5; return x; } }
            class C { public long M0 => Box.One.N; public C() { IList<long> l = new L(); l.Add(5); } }
            """, Known: ""),
        (Form: "a static abstract of the program's own, called through a type parameter", Source: """
            class Box { public static readonly Box One = new(); public long N = 1, K = 1; }
            interface I<T> where T : I<T> { static abstract void Go(); static abstract long P { get; set; }
                static abstract T operator -(T a); static virtual void Def() { Box.One.K = 6; } }
            struct S : I<S> { public static void Go() { Box.One.N = 5; } public static long P { get { Box.One.N = 7; return 1;
                } set { Box.One.N = 8; } } public static S operator -(S a) { Box.One.N = 9; return a; } }
            class C { static void F<T>() where T : I<T> { T.Go(); T.Def(); } public long M0 => Box.One.N;
                public long M1 => Box.One.K; public C() { F<S>(); } }
            """, Known: ""),
        (Form: "a static abstract property of the program's own, set through a type parameter", Source: """
            class Box { public static readonly Box One = new(); public long N = 1, K = 1; }
            interface I<T> where T : I<T> { static abstract long P { get; set; } static abstract T operator -(T a); }
            struct S : I<S> { public static long P { get { Box.One.N = 7; return 1; } set { Box.One.N = 8; } }
                public static S operator -(S a) { Box.One.K = 9; return a; } }
            class C { static void F<T>() where T : I<T> { T.P = 5; } static void G<T>(T t) where T : I<T> { var x = -t; }
                public long M0 => Box.One.N; public long M1 => Box.One.K; public C() { F<S>(); G(new S()); } }
            """, Known: ""),
        (Form: "a static abstract property read in a loop", Source: """
            class Box { public static readonly Box One = new(); public long N = 1, K = 1; }
            interface I<T> where T : I<T> { static abstract long P { get; } static abstract implicit operator long(T t);
                static abstract T operator ++(T t); }
            struct S : I<S> { public static long P { get { Box.One.N = 7; return 1; } }
                public static implicit operator long(S s) { Box.One.K = 8; return 1; } public static S operator ++(S s) {
                Box.One.K = 9; return s; } }
            class C { static void F<T>(T t) where T : I<T> { for (int i = 0; i < 2; i++) { var x = T.P; t++; long y = t; } }
                public long M0 => Box.One.N; public long M1 => Box.One.K; public C() { F(new S()); } }
            """, Known: ""),
        (Form: "generic math on numbers", Source: """
            class C
            {
                static T Add<T>(T a, T b) where T : System.Numerics.INumber<T> => a + b * b;
                static T Inc<T>(T a) where T : System.Numerics.INumber<T> { a++; a += a; return a; }
                static bool Less<T>(T a, T b) where T : System.Numerics.INumber<T> => a < b;
                public long M0 => Add(2L, 3L); public int M1 => Add(2, 3); public double M2 => Add(0.1, 0.2);
                    public long M3 => Inc(3L); public byte M4 => Add((byte)200, (byte)10); public bool M5 => Less(1L, 2L);
                    public float M6 => Add(0.1f, 0.2f); public decimal M7 => Add(1.1m, 2.20m);
            }
            """, Known: "M0 M1 M2 M5 M6 M7"),
        (Form: "a shadowed member through the base and the interface", Source: """
            interface I { long N { get; set; } }
            class B : I { public long N { get; set; } = 1; }
            class D : B { public new long N { get; set; } = 2; }
            class E : B, I { public new long N { get; set; } = 3; }
            class C
            {
                static readonly D d = new() { N = 20 }; static readonly E e = new() { N = 30 };
                public long M0 => d.N; public long M1 => ((B)d).N; public long M2 => ((I)d).N; public long M3 => ((I)e).N;
                    public long M4 => ((B)e).N;
            }
            """, Known: "M0 M1 M2 M3 M4"),
        (Form: "covariant returns and abstract bases through interfaces", Source: """
            interface I { P Part { get; } long Count(); }
            class P { public virtual long N => 1; } class Q : P { public override long N => 2; }
            abstract class B : I { public abstract P Part { get; } public abstract long Count(); }
            class D : B { public override Q Part => new(); public override long Count() => Part.N * 10; }
            class E : D { public override Q Part => null; public override long Count() => base.Count() + 1; }
            class C { static readonly I d = new D(); static readonly B b = new D(); public long M0 => d.Part.N;
                public long M1 => b.Count(); public long M2 => d.Count(); }
            """, Known: "M0 M1 M2"),
        (Form: "diamond of default methods", Source: """
            interface A { long F() => 1; long P => 1; } interface B1 : A { long A.F() => 2; long A.P => 20; }
                interface B2 : A { } interface D1 : B1, B2 { long A.F() => 4; }
            class X : B1, B2 { } class Y : D1 { } class Z : D1 { public long F() => 5; }
            class C { static readonly A x = new X(), y = new Y(), z = new Z(); public long M0 => x.F();
                public long M1 => y.F(); public long M2 => z.F(); public long M3 => y.P; public long M4 => ((A)new Z()).P; }
            """, Known: "M0 M1 M2 M3 M4"),
        (Form: "an event of the interface, raised by a default method", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            interface I { event Action E; void Raise(); }
            class T : I { public event Action E; public virtual void Raise() => E?.Invoke(); } class U : T {
                public override void Raise() { Box.One.N = 5; } }
            class C { public long M0 => Box.One.N; public C() { I t = new U(); t.Raise(); } }
            """, Known: "M0"),
        (Form: "a generic type with a virtual that its argument overrides", Source: """
            abstract class G<T> where T : G<T>, new() { public static T Make() => new T(); public virtual long N => 1; }
                class H : G<H> { public override long N => 2; } class J : G<J> { }
            class C { static readonly H h = H.Make(); static readonly G<J> j = J.Make(); public long M0 => h.N;
                public long M1 => j.N; public long M2 => ((G<H>)h).N; }
            """, Known: "M0 M1 M2"),
        (Form: "an object of a type argument that an interface constrains", Source: """
            interface I { long N { get; } } class P : I { public virtual long N => 1; } class Q : P {
                public override long N => 3; }
            class W<T> where T : I, new() { readonly T t = new(); public long N => t.N; }
            class C { static readonly W<P> p = new(); static readonly W<Q> q = new(); public long M0 => p.N;
                public long M1 => q.N; }
            """, Known: "M0 M1"),
    ];
}
