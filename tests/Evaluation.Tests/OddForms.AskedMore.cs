namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // What the framework asks of what it was given, and the compiler of what it makes use of.
    private static readonly (string Form, string Source, string Known)[] AskedMore =
    [
        (Form: "a config's own statics, one set by the other's initialiser through a lambda", Source: """
            [TrainingConfig] public static partial class C { public static long M0 = 1; static readonly Action a = () => M0 =
                5; static readonly long b = Go(); static long Go() { a(); return 1; } public static long M1 = 3; }
            """, Known: ""),
        (Form: "a static property with an initialiser and a setter with effects", Source: """
            [TrainingConfig] public static partial class C { static long n = 1; public static long M0 { get => n; set => n =
                value * 2; } public static long M1 { get; } = M0 = 4; public static long M2 = n; }
            """, Known: "M0 M1 M2"),
        (Form: "a static that is assigned by a nested type's start", Source: """
            [TrainingConfig] public static partial class C { public static long M0 = 1; static class In { static In() { M0 = 5;
                } public static long K = 2; } public static long M1 = In.K; public static long M2 = M0; }
            """, Known: ""),
        (Form: "a static made by an iterator", Source: """
            [TrainingConfig] public static partial class C { public static long M0 = 1; static IEnumerable<long> Go() { M0 = 5;
                yield return 2; } static readonly long[] all = Go().ToArray(); public static long M1 = all.Length; }
            """, Known: ""),
        (Form: "statics by target-typed creations and a static factory", Source: """
            [TrainingConfig] public partial class C { static readonly C one = Make(); static C Make() { var c = new C(); c.n =
                5; return c; } long n = 1; public static long M0 => one.n; public long M1 => n; }
            """, Known: "M0 M1"),
        (Form: "a struct config whose statics are counted by its constructor", Source: """
            [TrainingConfig] public partial struct C { static long made = 0; public long M0 = 1; public C() { made++; M0 =
                made; } }
            """, Known: "M0"),
        (Form: "a record struct with a parameter that is assigned", Source: """
            [TrainingConfig] public partial record struct C(long A = 3) { public long M0 => A; public long M1 { get; set; } =
                A++; public long M2 { get; } = A; }
            """, Known: ""),
        (Form: "a record whose parameter is assigned in an initialiser", Source: """
            [TrainingConfig] public partial record C(long A = 3) { public long M0 => A; public long M1 { get; set; } = A = 7;
                public long M2 { get; } = A; }
            """, Known: "M0 M1 M2"),
        (Form: "a local of the constructor given to this by ref", Source: """
            [TrainingConfig] public partial class C { static long s = 1; C(ref long r) { r = 5; M0 = r; } public C() : this(ref
                s) { M1 = s; } public long M0, M1; }
            """, Known: ""),
        (Form: "an out variable in a constructor initialiser", Source: """
            public class B { public long N; public B(out long n) { n = 5; N = n; } }
            [TrainingConfig] public partial class C : B { public long M0, M1; public C() : base(out long n) { M0 = n; M1 = N; }
                }
            """, Known: ""),
        (Form: "an out variable in a field initialiser", Source: """
            [TrainingConfig] public partial class C { static bool Get(out long n) { n = 5; return true; } public long M0 =
                Get(out long n) ? n : 1; public long M1 = long.TryParse("7", out long k) ? k : 2; }
            """, Known: ""),
        (Form: "a pattern variable in an initialiser", Source: """
            [TrainingConfig] public partial class C { static readonly object o = 5L; public long M0 = o is long n ? n : 1;
                public long M1 = o is int k ? k : 2; public long M2 = o is > 3L and < 9L ? 4 : 6; }
            """, Known: ""),
        (Form: "a switch with a pattern variable and a guard that changes", Source: """
            [TrainingConfig] public partial class C { long n = 1; bool Up() { n = 5; return false; } public long M0 => n;
                public long M1; public C() { M1 = this switch { { n: 1 } when Up() => 2, { n: 5 } => 3, _ => 4 }; } }
            """, Known: ""),
        (Form: "order of operands with effects", Source: """
            [TrainingConfig] public partial class C { long n = 1; long Up() => n = 5; public long M0, M1, M2, M3; public C() {
                M0 = n + Up(); n = 1; M1 = Up() + n; n = 1; M2 = n * 2 + Up() * n; n = 2; M3 = (n, Up(), n) switch { var (a, b,
                c) => a * 100 + b * 10 + c }; } }
            """, Known: "M0 M1 M2"),
        (Form: "order of arguments with defaults and names", Source: """
            [TrainingConfig] public partial class C { long n = 1; long Up() => ++n; static long F(long a, long b = 7, long c =
                9) => a * 10000 + b * 100 + c; public long M0, M1, M2; public C() { M0 = F(c: Up(), a: Up()); M1 = F(b: n, a:
                Up()); M2 = F(Up(), c: n); } }
            """, Known: "M0 M1 M2"),
        (Form: "order in creations, initialisers and with", Source: """
            record R(long A, long B) { public long D { get; set; } }
            [TrainingConfig] public partial class C { long n = 1; long Up() => ++n; public long M0, M1, M2, M3; public C() {
                var r = new R(B: Up(), A: Up()) { D = Up() }; M0 = r.A * 100 + r.B * 10 + r.D; var q = r with { D = Up(), A =
                Up() }; M1 = q.A * 100 + q.B * 10 + q.D; M2 = r.D; M3 = n; } }
            """, Known: "M0 M1 M2 M3"),
        (Form: "compound assignment of a property read before", Source: """
            [TrainingConfig] public partial class C { long n = 1; long P { get => n; set => n = value + 1; } long Up() { n =
                10; return 3; } public long M0, M1, M2; public C() { P += Up(); M0 = n; M1 = P++; M2 = n; } }
            """, Known: "M0 M1 M2"),
        (Form: "chained assignments through setters that clamp", Source: """
            [TrainingConfig] public partial class C { long a, b; long A { get => a; set => a = value > 5 ? 5 : value; } long B
                { get => b; set => b = value * 2; } public long M0 => a; public long M1 => b; public long M2; public C() { M2 =
                A = B = 9; } }
            """, Known: "M0 M1 M2"),
        (Form: "assignment to a field of what the value replaces", Source: """
            class P { public long N = 1; public P Next; }
            [TrainingConfig] public partial class C { readonly P first; P p = new(); public long M0 => first.N; public long M1
                => p.N; public C() { first = p; p.N = (p = new P { N = 7 }).N + 2; } }
            """, Known: "M0 M1"),
        (Form: "linked nodes and an alias that moves", Source: """
            class P { public long N = 1; public P Next; }
            [TrainingConfig] public partial class C { readonly P head = new(); public long M0 => head.N; public long M1 =>
                head.Next.N; public long M2 => head.Next.Next.N; public C() { var p = head; p.Next = new P { N = 2 }; p =
                p.Next; p.N = 5; p.Next = head; head.N = 8; } }
            """, Known: "M0 M1 M2"),
        (Form: "user-defined awaitable in a called method", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct A { public W GetAwaiter() { Box.One.N = 3; return default; } } struct W : INotifyCompletion { public bool
                IsCompleted { get { Box.One.N = 4; return true; } } public void GetResult() { Box.One.N = 5; } public void
                OnCompleted(Action a) { } }
            class C { public long M0 => Box.One.N; async void Go() { await new A(); } public C() { Go(); } }
            """, Known: ""),
        (Form: "a builder of tasks of the user's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            [AsyncMethodBuilder(typeof(Bld))] class T { } class Bld { public static Bld Create() { Box.One.N = 5; return new();
                } public T Task => new(); public void SetException(Exception e) { } public void SetResult() { Box.One.N = 6; }
                public void SetStateMachine(IAsyncStateMachine s) { } public void Start<S>(ref S s) where S :
                IAsyncStateMachine => s.MoveNext(); public void AwaitOnCompleted<A, S>(ref A a, ref S s) where A :
                INotifyCompletion where S : IAsyncStateMachine { } public void AwaitUnsafeOnCompleted<A, S>(ref A a, ref S s)
                where A : ICriticalNotifyCompletion where S : IAsyncStateMachine { } }
            class C { public long M0 => Box.One.N; async T Go() { } public C() { Go(); } }
            """, Known: ""),
        (Form: "an await foreach by pattern", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class E { public long Current { get { Box.One.N = 6; return 1; } } int k; public
                System.Threading.Tasks.ValueTask<bool> MoveNextAsync() { Box.One.N = 5; return new(k++ < 1); } public E
                GetAsyncEnumerator() => this; }
            class C { public long M0 => Box.One.N; async void Go() { await foreach (var x in new E()) { } } public C() { Go();
                } }
            """, Known: ""),
        (Form: "a foreach by pattern over a struct enumerator", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct E { int k; public long Current => 1; public bool MoveNext() { Box.One.N = 5; return k++ < 2; } public E
                GetEnumerator() => this; public void Dispose() { Box.One.N = 9; } }
            class C { public long M0 => Box.One.N; public C() { foreach (var x in default(E)) { } } }
            """, Known: ""),
        (Form: "a foreach over a ref enumerator that disposes by pattern", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            ref struct E { int k; public long Current => 1; public bool MoveNext() => k++ < 2; public E GetEnumerator() =>
                this; public void Dispose() { Box.One.N = 9; } }
            class C { public long M0 => Box.One.N; public C() { foreach (var x in new E()) { } } }
            """, Known: ""),
        (Form: "a foreach by ref over a span of fields", Source: """
            class C { long n = 1; public long M0 => n; public C() { foreach (ref var x in new Span<long>(ref n)) { x = 5; } } }
            """, Known: ""),
        (Form: "a query of the user's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Q { public Q Where(Func<long, bool> f) { Box.One.N = 5; return this; } public Q Select(Func<long, long> f) {
                Box.One.N *= 2; return this; } }
            class C { public long M0 => Box.One.N; public C() { var q = from x in new Q() where x > 1 select x; } }
            """, Known: ""),
        (Form: "a query of the user's own with a cast and an order", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Q { public Q Cast<T>() { Box.One.N = 3; return this; } public Q OrderBy(Func<string, long> f) { Box.One.N +=
                4; return this; } public Q Select(Func<string, long> f) => this; }
            class C { public long M0 => Box.One.N; public C() { var q = from string x in new Q() orderby x.Length select 1L; } }
            """, Known: ""),
        (Form: "a list pattern by count and indexer", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; public long K = 1; }
            class L { public int Count => 2; public long this[int i] { get { Box.One.N = 5; return i; } } public L this[Range
                r] { get { Box.One.K = 6; return this; } } }
            class C { readonly L l = new(); public long M0 => Box.One.N; public long M1 => Box.One.K; public long M2; public
                C() { M2 = l is [0, .. var r] ? 3 : 4; } }
            """, Known: ""),
        (Form: "a list pattern in a switch over an array whose elements were written", Source: """
            class C { readonly long[] a = { 1, 2 }; public long M0; public C() { a[0] = 5; M0 = a switch { [1, ..] => 1, [5,
                ..] => 2, _ => 3 }; } }
            """, Known: ""),
        (Form: "a list pattern over an array", Source: """
            class C { readonly long[] a = { 1, 2 }; public long M0 => a is [1, 2] ? 5 : 6; public long M1 => a is [_, _, _] ? 1
                : 2; public long M2 => a is { Length: 2 } ? 7 : 8; }
            """, Known: ""),
        (Form: "a positional pattern by an extension Deconstruct", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class P { } static class X { public static void Deconstruct(this P p, out long a, out long b) { Box.One.N = 5; a =
                1; b = 2; } }
            class C { readonly P p = new(); public long M0 => Box.One.N; public bool M1; public C() { M1 = p is (1, 2); } }
            """, Known: ""),
        (Form: "an event with accessors that count, by method groups", Source: """
            class C { long n = 1; event Action E { add { n = 5; value(); } remove { n = 6; } } void Up() { n++; } public long
                M0 => n; public C() { E += Up; E -= Up; } }
            """, Known: ""),
        (Form: "an explicit event of an interface", Source: """
            interface I { event Action E; } class P : I { public long N = 1; event Action I.E { add { N = 5; } remove { } } }
            class C { readonly P p = new(); public long M0 => p.N; public C() { ((I)p).E += null; } }
            """, Known: ""),
        (Form: "an abstract event that an override implements", Source: """
            abstract class A { public abstract event Action E; } class P : A { public long N = 1; public override event Action
                E { add { N = 5; } remove { } } }
            class C { readonly P p = new(); public long M0 => p.N; public C() { A a = p; a.E += () => { }; } }
            """, Known: ""),
        (Form: "a virtual field-like event that an override replaces", Source: """
            class A { public virtual event Action E; public void Go() => E?.Invoke(); } class P : A { public long N = 1; public
                override event Action E { add { N = 5; } remove { } } }
            class C { readonly P p = new(); public long M0 => p.N; public C() { A a = p; a.E += () => { }; } }
            """, Known: ""),
        (Form: "a delegate that is combined and removed", Source: """
            class C { long n = 1; void A() { n += 1; } void B() { n *= 10; } public long M0 => n; public C() { Action d = A; d
                += B; d += A; d -= A; d(); } }
            """, Known: ""),
        (Form: "a delegate on a struct's method, boxed when it was made", Source: """
            struct S { public long V; public void Up() { V++; } public long Get() => V; }
            class C { public long M0, M1; public C() { var s = new S { V = 3 }; Action a = s.Up; Func<long> g = s.Get; s.V = 7;
                a(); M0 = s.V; M1 = g(); } }
            """, Known: ""),
        (Form: "a delegate of an extension method", Source: """
            static class X { public static void Up(this C c) { c.n = 5; } } class C { public long n = 1; public long M0 => n;
                public C() { Action a = this.Up; n = 2; a(); } }
            """, Known: ""),
        (Form: "a delegate of a virtual method, overridden", Source: """
            class B { public long N = 1; public virtual void Up() { } public void Go() { Action a = Up; a(); } } class D : B {
                public override void Up() { N = 5; } }
            class C { readonly B b = new D(); public long M0 => b.N; public C() { b.Go(); } }
            """, Known: ""),
        (Form: "a delegate of a base method", Source: """
            class B { public long N = 1; public virtual void Up() { N = 3; } } class D : B { public override void Up() { N = 5;
                } public void Go() { Action a = base.Up; a(); } }
            class C { readonly D d = new(); public long M0 => d.N; public C() { d.Go(); } }
            """, Known: ""),
        (Form: "a default interface member that calls another", Source: """
            interface I { long N { get; set; } void Up() { N = 5; More(); } void More() { } } class P : I { public long N {
                get; set; } = 1; void I.More() { N *= 2; } }
            class C { readonly P p = new(); public long M0 => p.N; public C() { ((I)p).Up(); } }
            """, Known: "M0"),
        (Form: "a default property of an interface", Source: """
            interface I { long A { get; } long Twice => A * 2; } class P : I { public long A => 4; } class Q : P, I { long
                I.Twice => 3; }
            class C { readonly I p = new P(); readonly I q = new Q(); public long M0 => p.Twice; public long M1 => q.Twice; }
            """, Known: "M0 M1"),
        (Form: "a private interface method", Source: """
            interface I { long A { get; } private long In() => A + 1; long Out() => In() * 2; } class P : I { public long A {
                get; set; } = 4; }
            class C { readonly P p = new(); public long M0 => ((I)p).Out(); public C() { p.A = 6; } }
            """, Known: "M0"),
        (Form: "an interface re-abstracted and implemented below", Source: """
            interface I { long A => 1; } interface J : I { abstract long I.A { get; } } class P : J { long I.A => 7; }
            class C { readonly I p = new P(); public long M0 => p.A; }
            """, Known: "M0"),
        (Form: "a generic virtual method", Source: """
            class B { public long N = 1; public virtual T Up<T>(T x) => x; } class D : B { public override T Up<T>(T x) { N =
                5; return x; } }
            class C { readonly B b = new D(); public long M0 => b.N; public long M1; public C() { M1 = b.Up(3L); } }
            """, Known: "M0 M1"),
        (Form: "overloads across base and derived", Source: """
            class B { public long F(long x) => 1; public long F(int x) => 4; } class D : B { public long F(double x) => 2;
                public new long F(object o) => 3; }
            class C { readonly D d = new(); public long M0 => d.F(5); public long M1 => ((B)d).F(5); public long M2 =>
                d.F("x"); }
            """, Known: "M0 M1 M2"),
        (Form: "overloads by optional and params", Source: """
            class D { public long F(int a, int b = 2) => b; public long F(int a) => 9; public long F(params int[] a) =>
                a.Length * 100; public long G(long a, long b = 3) => b; public long G(params long[] a) => 8; }
            class C { readonly D d = new(); public long M0 => d.F(1); public long M1 => d.F(1, 5); public long M2 => d.F();
                public long M3 => d.G(1); public long M4 => d.F(1, 2, 3); }
            """, Known: "M0 M1 M2 M3 M4"),
        (Form: "hiding by new with another kind", Source: """
            class B { public long P => 1; public long Q() => 2; public long R = 3; public long Sum => P + Q() + R; } class D :
                B { public new long P = 10; public new long Q = 20; public new long R() => 30; }
            class C { readonly D d = new(); public long M0 => d.P + d.Q + d.R(); public long M1 => d.Sum; public long M2 =>
                ((B)d).R; }
            """, Known: "M0 M1 M2"),
        (Form: "new virtual in the middle", Source: """
            class A { public virtual long P => 1; } class B : A { public new virtual long P => 2; } class D : B { public
                override long P => 3; }
            class C { readonly D d = new(); public long M0 => d.P; public long M1 => ((B)d).P; public long M2 => ((A)d).P; }
            """, Known: "M0 M1 M2"),
        (Form: "a sealed override and new below", Source: """
            class A { public virtual long P { get; set; } = 1; } class B : A { public sealed override long P { get => base.P +
                1; set => base.P = value * 2; } } class D : B { public new long P { get; set; } = 9; }
            class C { readonly D d = new(); readonly A a = new D(); public long M0 => d.P; public long M1 => ((A)d).P; public
                long M2 => a.P; public C() { a.P = 5; ((B)d).P = 3; } }
            """, Known: "M0 M1 M2"),
        (Form: "a text that an object becomes, added to", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class T { public override string ToString() { Box.One.N = 5; return ""; } }
            class C { public long M0 => Box.One.N; object o = new T(); public C() { o += "x"; } }
            """, Known: ""),
        (Form: "an address of the user's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class U : Uri { public U() : base("http://x") { } public override string ToString() { Box.One.N = 5; return ""; } }
            class C { static readonly Uri u = new U(); public long M0 => Box.One.N; public string M1; public C() { M1 = $"{u}";
                } }
            """, Known: ""),
        (Form: "addresses that are compared", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class U : Uri { public U() : base("http://x") { } public override bool Equals(object o) { Box.One.N = 5; return
                true; } public override int GetHashCode() => 1; }
            class C { static readonly Uri u = new U(), v = new U(); public long M0 => Box.One.N; public bool M1; public C() {
                M1 = u == v; } }
            """, Known: ""),
        (Form: "a pattern of parts over an ITuple of the user's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class P : ITuple { public int Length { get { Box.One.N = 5; return 2; } } public object this[int i] => i; }
            class C { static readonly object p = new P(); public long M0 => Box.One.N; public bool M1; public C() { M1 = p is
                (0, 1); } }
            """, Known: ""),
    ];
}
