namespace ScalingAnalyzers.Tests;

/// <summary>
/// Forms in which code changes something before a value is read. `Known` names the members that ought to be read; the
/// others may be unknown, and none may be wrong.
/// </summary>
internal static class EffectForms
{
    private const string M = "class M { public long P { get; set; } = 70; public long Q = 7; public long Twice => P * 2; public long Up() "
        + "{ P = 5; return 1; } public long Peek() => P; } ";

    /// <summary>Each with its name, its classes, and the members of C that ought to be known.</summary>
    public static readonly (string Form, string Source, string Known)[] All =
    [
        // Calls where a value stands.
        ("a call in an initialiser",
            "class C { static long N = 1; static long Up() { N = 5; return 3; } public long M0 = Up(); public long M1 => N; public long M2 "
                + "= 9; }", "M2"),
        ("a call in a declaration",
            M + "class C { M a = new(); public long M0 => a.P; public long M1 => a.Q; public C() { var x = a.Up(); } }", "M1"),
        ("a call in a condition",
            M + "class C { M a = new(); public long M0 => a.P; public C() { if (a.Up() > 9) throw new Exception(); } }", ""),
        ("a call in a condition with branches",
            M + "class C { M a = new(); public long M0 => a.P; public long M1 = 1; public C() { if (a.Up() > 0) M1 = 2; else M1 = 3; } }",
            ""),
        ("a call in an argument",
            M + "class C { M a = new(); public long M0 => a.P; public long M1; public C() { M1 = Math.Max(a.Up(), 8L); } }", ""),
        ("a call in an index",
            M + "class C { M a = new(); long[] t = { 1, 2 }; public long M0 => a.P; public C() { t[a.Up()] = 3; } }", ""),
        ("a call in an argument of the base", "class B { public B(long n) { } } class C : B { static long N = 1; static long Up() { N = 5; "
            + "return 3; } public static long M0 => N; public long M1 = 4; public C() : base(Up()) { } }", "M1"),
        ("a call in an object initialiser",
            M
                + "class C { static readonly M A = new(); readonly M b = new M { P = A.Up() }; public long M0 => A.P; public long M1 => "
                    + "b.P; }", ""),
        ("a call in a switch arm",
            M + "class C { M a = new(); public long M0 => a.P; public long M1; public C(long n = 2) { M1 = n switch { 1 => 3, _ => a.Up() "
                + "}; } }", ""),
        ("a call in a guard",
            M + "class C { M a = new(); public long M0 => a.P; public long M1; public C(long n = 2) { M1 = n switch { 2 when a.Up() > 4 => "
                + "3, _ => 4 }; } }", ""),
        ("a call on the right of &&",
            M + "class C { M a = new(); public long M0 => a.P; public bool M1; public C(long n = 2) { M1 = n > 1 && a.Up() > 4; } }", ""),
        ("a call that is skipped by &&",
            M + "class C { M a = new(); public long M0 => a.P; public bool M1; public C(long n = 2) { M1 = n > 3 && a.Up() > 4; } }",
            "M0 M1"),
        ("a call after ??",
            M + "class C { M a = new(); public long M0 => a.P; public long M1; public C(long? n = null) { M1 = n ?? a.Up(); } }", ""),
        ("a call in an interpolation",
            M + "class C { M a = new(); public long M0 => a.P; public string M1; public C() { M1 = $\"{a.Up()}\"; } }", ""),
        ("a ToString that assigns", "class T { public long P = 70; public override string ToString() { P = 5; return \"\"; } } class C { T "
            + "a = new(); public long M0 => a.P; public string M1; public C() { M1 = \"x\" + a; } }", ""),
        ("a ToString that is printed", "class T { public long P = 70; public override string ToString() { P = 5; return \"\"; } } class C "
            + "{ T a = new(); public long M0 => a.P; public C() { Console.Error.Write(a); } }", ""),
        ("an Equals that assigns",
            "class T { public static long N = 70; public override bool Equals(object o) { N = 5; return true; } public override int "
                + "GetHashCode() => 1; } [TrainingConfig] class K { public static long M = 70; } class C { T a = new(); public long M0 => "
                    + "T.N; public C() { var s = new HashSet<T> { a, new T() }; } }", ""),
        ("an indexer that assigns when read",
            "class C { public long M0 = 1; long this[int i] { get { M0 = 5; return 2; } } public long M1; public C() { M1 = this[0]; } }",
            ""),
        ("a getter that assigns",
            "class C { long n = 70; long Touch { get { n = 5; return 1; } } public long M0 => n; public long M1; public C() { M1 = Touch; "
                + "} }", "M0"),
        ("a getter that assigns, on another", "class T { public long P = 70; public long Touch { get { P = 5; return 1; } } } class C { T "
            + "a = new(); public long M0 => a.P; public long M1; public C() { M1 = a.Touch; } }", "M0"),
        ("a getter that counts", "class C { long n = 70; public long M0 => n++; }", ""),
        ("an operator that assigns", "class W { public static long N = 70; public static W operator +(W a, W b) { N = 5; return a; } } "
            + "class C { public static long M0 => W.N; public W a; public C() { a = new W() + new W(); } }", ""),
        ("an operator that assigns its operand", "class W { public long N = 70; public static W operator -(W a) { a.N = 5; return a; } } "
            + "class C { W a = new(); public long M0 => a.N; public C() { var b = -a; } }", ""),
        ("a conversion that assigns", "class W { public long N = 70; public static implicit operator long(W a) { a.N = 5; return 3; } } "
            + "class C { W a = new(); public long M0 => a.N; public long M1; public C() { M1 = a; } }", ""),
        ("an operator of one expression", "struct V { public long N; public V(long n) { N = n; } public static V operator +(V a, V b) => "
            + "new V(a.N + b.N); } class C { static readonly V A = new V(3) + new V(4); public long M0 => A.N; }", "M0"),
        ("a true operator",
            "class W { public static long N = 70; public static bool operator true(W w) { w.X = 5; return true; } public static bool "
                + "operator false(W w) => false; public long X = 70; } class C { W a = new(); public long M0 => a.X; public long M1 = 1; "
                    + "public C() { if (a) M1 = 2; } }", ""),
        ("equality of the user's own",
            "#pragma warning disable\nclass W { public static bool operator ==(W a, W b) => false; public static bool operator !=(W a, W "
                + "b) => true; }\nclass C { static readonly W X = null; public long M0 => X == null ? 1 : 2; public bool M1 => X != X; }",
                ""),
        ("a check of the user's own called ThrowIf",
            M + "class C { static M A; M a = new(); static void ThrowIfBad() { A.P = 5; } public long M0 => a.P; public C() { A = a; "
                + "ThrowIfBad(); } }", ""),
        ("a check of the framework",
            "class C { public long M0 = 70; public C(string s = \"a\") { ArgumentNullException.ThrowIfNull(s); M0 = 5; } }", "M0"),

        // References and outs.
        ("a ref argument", "class C { long n = 70; public long M0 => n; public long M1 = 3; static void Set(ref long x) { x = 5; } public "
            + "C() { Set(ref n); } }", "M1"),
        ("an out argument of a method of our own", "class C { long n = 70; public long M0 => n; static bool Set(out long x) { x = 5; "
            + "return true; } public C() { if (!Set(out n)) throw new Exception(); } }", ""),
        ("a ref local", "class C { long n = 70; public long M0 => n; public C() { ref long r = ref n; n = 6; r = 5; } }", ""),
        ("a ref return", "class C { long n = 70; ref long R() => ref n; public long M0 => n; public C() { R() = 5; } }", ""),
        ("a ref return that is kept",
            "class C { long n = 70; ref long R() => ref n; public long M0 => n; public C() { ref long r = ref R(); n = 6; r = 5; } }", ""),
        ("a ref property of another", "class T { long n = 70; public ref long R => ref n; public long P => n; } class C { T a = new(); "
            + "public long M0 => a.P; public C() { a.R = 5; a.R++; } }", ""),
        ("a ref to an element", "class C { static readonly long[] T = { 1, 2 }; public long M0 => T.Length; public C() { ref long r = ref "
            + "T[0]; r = 5; } }", "M0"),
        ("a resized array", "class C { long[] t = { 1, 2 }; public long M0 => t.Length; public C() { Array.Resize(ref t, 5); } }", ""),
        ("an exchanged field",
            "class C { long n = 70; public long M0 => n; public C() { System.Threading.Interlocked.Exchange(ref n, 5); } }", ""),
        ("an in argument", "class C { long n = 70; public long M0 => n; static long Get(in long x) => x * 2; public long M1; public C() { "
            + "M1 = Get(in n); } }", "M0"),

        // Two names of one object.
        ("two fields of one object", M + "class C { M a = new(); M b; public long M0 => a.P; public C() { b = a; b.P = 5; } }", "M0"),
        ("a local of a field", M + "class C { M a = new(); public long M0 => a.P; public C() { var s = a; s.P = 5; } }", "M0"),
        ("a nested initialiser through another name",
            M + "class R { public M A { get; } = new(); M b; public R() { b = A; } public long N => b.P; } class C { static readonly R X = "
                + "new R { A = { P = 5 } }; public long M0 => X.N; public long M1 => X.A.P; }", "M0 M1"),
        ("two objects that share a third",
            M + "class R { public M A; public R(M m) { A = m; } } class C { static readonly M S = new(); R x = new R(S), y = new R(S); "
                + "public long M0 => y.A.P; public C() { x.A.P = 5; } }", ""),
        ("a copy that shares its parts",
            M + "record R(M A); class C { static R X = null; public long M0; public C() { var x = new R(new M()); var y = x with { }; "
                + "y.A.P = 5; M0 = x.A.P; } }", "M0"),
        ("a struct that is copied", "struct S { public long P; } class C { S a = new S { P = 70 }; S b; public long M0 => a.P; public long "
            + "M1 => b.P; public C() { b = a; b.P = 5; } }", "M0 M1"),
        ("a struct in a struct", "struct S { public long P; } struct T { public S A; } class C { T x; T y; public long M0 => x.A.P; public "
            + "long M1 => y.A.P; public C() { x.A.P = 70; y = x; y.A.P = 5; } }", ""),
        ("a struct that is passed", "struct S { public long P; } class C { S a = new S { P = 70 }; public long M0 => a.P; static long Up(S "
            + "s) { s.P = 5; return s.P; } public C() { var x = Up(a); } }", ""),
        ("a struct whose method assigns",
            "struct S { public long P; public void Up() { P = 5; } } class C { S a = new S { P = 70 }; public long M0 => a.P; public C() { "
                + "a.Up(); } }", ""),
        ("a readonly struct field whose method assigns a copy", "struct S { public long P; public long Up() { P = 5; return P; } } class C "
            + "{ readonly S a = new S { P = 70 }; public long M0 => a.P; public long M1 => a.Up(); }", "M0"),
        (
            "a boxed struct",
            "interface I { void Up(); long P { get; } } struct S : I { public long P { get; set; } public void Up() { P = 5; } } class C { "
                + "S s = new S { P = 70 }; I i; public long M0 => s.P; public long M1 => i.P; public C() { i = s; i.Up(); } }", ""),
        ("an object that holds this", "class S { public C O; public long Go() { O.M0 = 5; return 1; } } class C { public long M0 = 70; "
            + "public long M1; public C() { var s = new S { O = this }; M1 = s.Go(); } }", ""),
        ("this in a static",
            "class C { static C Last; public long M0 = 70; static void Up() { Last.M0 = 5; } public C() { Last = this; Up(); } }", ""),
        ("an element of an array",
            M + "class C { M a = new(); public long M0 => a.P; public C() { var t = new[] { a }; t[0].P = 5; } }", ""),
        ("an element of a list", M
            + "class C { M a = new(); public long M0 => a.P; public C() { var t = new List<M> { a }; foreach (var m in t) m.P = 5; } }",
            ""),
        ("an unknown one of two",
            M
                + "class C { M a = new(), b = new(); public long M0 => a.P; public C() { var m = DateTime.Now.Ticks > 0 ? a : b; m.P = 5; "
                    + "} }", ""),
        ("an unknown one of two that is assigned",
            M + "class C { M a = new(), b = new(); public long M0 => a.P; public C() { (DateTime.Now.Ticks > 0 ? a : b).P = 5; } }", ""),
        ("a cast", M + "class C { object a = new M(); public long M0 => ((M)a).P; public C() { ((M)a).P = 5; } }", "M0"),
        ("a condition for access", M + "class C { M a = new(); public long M0 => a.P; public C() { a?.Up(); } }", ""),

        // Delegates.
        ("an event", "class C { event Action E; public long M0 = 1; public C() { E += () => M0 = 5; E(); } }", ""),
        ("a lambda in a field", "class C { Action f; public long M0 = 1; public C() { f = () => M0 = 5; f(); } }", ""),
        ("a lambda that is run later",
            "class C { public long M0 = 1; Lazy<long> l; public long M1; public C() { l = new Lazy<long>(() => M0 = 5); M0 = 3; M1 = "
                + "l.Value; } }", ""),
        ("a lambda that is handed over", "class C { public long M0 = 1; public C() { new List<int> { 1 }.ForEach(i => M0 = 5); } }", ""),
        ("a method that is handed over",
            "class C { public long M0 = 1; void Up(int i) { M0 = 5; } public C() { new List<int> { 1 }.ForEach(Up); } }", ""),
        ("a local function", "class C { public long M0 = 1; public C() { void Up() { M0 = 5; } Up(); } }", ""),
        ("a local that a lambda assigns",
            "class C { public long M0; public C() { long n = 1; Action f = () => n = 5; f(); M0 = n; } }", ""),
        ("a local that a local function assigns",
            "class C { public long M0; public C() { long n = 1; void Up() { n = 5; } Up(); M0 = n; } }", ""),
        ("LINQ with effects", "class C { public long M0 = 1; public long M1; public C() { M1 = new[] { 1, 2 }.Select(i => M0 = i).Count(); "
            + "M1 = new[] { 1, 2 }.Sum(i => { M0 = 5; return i; }); } }", ""),
        ("LINQ that runs later", "class C { public long M0 = 1; public C() { var q = new[] { 1, 2 }.Select(i => M0 = 5); M0 = 3; foreach "
            + "(var x in q) { } } }", ""),
        ("a lambda without effects", "class C { public long M0 = 1; Func<long> f = () => 5; public C() { M0 = 3; } }", "M0"),

        // Statements.
        ("a loop", "class C { public long M0 = 1; public long M1 = 2; public C() { for (int i = 0; i < 9; i++) M0 *= 10; } }", "M1"),
        ("a try", "class C { public long M0 = 1; public C() { try { M0 = 5; throw new Exception(); } catch { M0 = 6; } } }", ""),
        ("a using", "class D : IDisposable { public static C O; public void Dispose() { O.M0 = 5; } } class C { public long M0 = 1; public "
            + "C() { D.O = this; using var d = new D(); } }", ""),
        ("a foreach over one's own",
            "class L { public static C O; public L GetEnumerator() => this; public bool MoveNext() { O.M0 = 5; return false; } public int "
                + "Current => 1; } class C { public long M0 = 1; public C() { L.O = this; foreach (var x in new L()) { } } }", ""),
        ("a goto", "class C { public long M0 = 1; public C(long n = 3) { if (n > 2) goto end; M0 = 5; end: M0 = M0 + 1; } }", ""),
        ("a return in a loop", "class C { public long M0 = 1; public C() { while (true) { return; } M0 = 5; } }", ""),
        ("an unknown return", "class C { public long M0 = 1; public C() { if (DateTime.Now.Ticks > 0) return; M0 = 5; } }", ""),
        ("a known condition", "class C { public long M0 = 1; public C(long n = 3) { if (n > 2) M0 = 5; else M0 = 6; } }", "M0"),
        ("a switch statement", "class C { public long M0 = 1; public C(long n = 3) { switch (n) { case 3: M0 = 5; break; } } }", ""),
        ("a deconstruction of one's own", "class T { public static C O; public void Deconstruct(out long a, out long b) { a = 1; b = 2; "
            + "O.M0 = 5; } } class C { public long M0 = 1; public long M1, M2; public C() { T.O = this; (M1, M2) = new T(); } }", ""),
        ("a swap", "class C { public long M0 = 1, M1 = 2; public C() { (M0, M1) = (M1, M0); } }", ""),
        ("compound assignments", "class C { public long M0 = 7; public int M1 = 9; public double M2 = 2; public C() { M0 *= 10; M0 += 1; "
            + "M1 /= 2; M2 -= 0.5; M0++; --M1; } }", "M0 M1 M2"),
        ("compound assignments that convert",
            "class C { public short M0 = 7; public byte M1 = 250; public long M2 = 5; public C() { M0 += 3; M1 += 10; M2 *= 2; M2 <<= 3; } "
                + "}", "M2"),
        ("coalescing assignments", "class C { public long? M0 = null; public C() { M0 ??= 5; } }", ""),
        ("a postfix in a value", "class C { public long M0 = 1, M1; public C() { M1 = M0++ + ++M0; } }", "M0 M1"),
        ("a conditional attribute",
            "class C { public long M0 = 1; [System.Diagnostics.Conditional(\"NEVER\")] static void Log(long x) { } public C() { Log(M0 = "
                + "5); } }", ""),
        ("a recursion", "class C { public long M0 = 1; long Down(long n) { if (n == 0) { M0 = 5; return 0; } return Down(n - 1); } public "
            + "C() { Down(3); } }", ""),
        ("an iterator that is not run",
            "class C { public long M0 = 1; IEnumerable<int> Each() { M0 = 5; yield return 1; } public C() { Each(); } }", ""),

        // Dispatch.
        ("a virtual method in the base constructor",
            "class B { public B() { Init(); } protected virtual void Init() { } } class C : B { public long M0; protected override void "
                + "Init() { M0 = 5; } }", "M0"),
        ("a virtual method of an unknown object",
            "class B { public virtual void Go(C c) { } } class D : B { public override void Go(C c) { c.M0 = 5; } } class C { public long "
                + "M0 = 1; public C() { B b = DateTime.Now.Ticks > 0 ? new D() : new B(); b.Go(this); } }", ""),
        ("an interface's method", "interface I { void Go(C c); } class D : I { public void Go(C c) { c.M0 = 5; } } class C { public long "
            + "M0 = 1; static readonly I X = new D(); public C() { X.Go(this); } }", ""),
        ("a hidden method", "class B { public void Go(C c) { c.M0 = 5; } } class D : B { public new void Go(C c) { c.M0 = 6; } } class C { "
            + "public long M0 = 1; public C() { B b = new D(); b.Go(this); } }", "M0"),
        ("a callback of the framework", "class T : IComparable<T> { public static C O; public int CompareTo(T t) { O.M0 = 5; return 0; } } "
            + "class C { public long M0 = 1; public C() { T.O = this; Array.Sort(new[] { new T(), new T() }); } }", ""),
        ("an override that only gets",
            "class B { public virtual long M0 { get; set; } = 1; } class C : B { public override long M0 { get => base.M0 * 2; } public "
                + "C() { M0 = 35; } }", "M0"),
        ("an override that only sets", "class B { public virtual long M0 { get; set; } = 1; } class C : B { public override long M0 { set "
            + "=> base.M0 = value * 2; } public C() { M0 = 35; } }", "M0"),
        ("an override of an override",
            "class A { public virtual long M0 { get; set; } = 1; } class B : A { public override long M0 { get => base.M0 + 1; set => "
                + "base.M0 = value * 10; } } class C : B { public override long M0 { get => base.M0 * 2; } public C() { M0 = 3; } }", "M0"),
        ("a private constructor beside another",
            "class R { public long P; R() { P = 1; } public R(long p = 70) { P = p; } } class C { static readonly R X = new R(); public "
                + "long M0 => X.P; }", "M0"),
        ("a params constructor first", "class R { public long P; public R(params int[] x) { P = 1; } public R(long p = 70) { P = p; } } "
            + "class C { static readonly R X = new R(); public long M0 => X.P; }", "M0"),
        ("base constructors to choose from",
            "class B { public long P; public B(params int[] x) { P = 1; } public B(long p = 70) { P = p; } } class C : B { public long M0 "
                + "=> P; }", ""),
        ("a base class of the framework",
            "class C : List<int> { public long M0 = 5; public long M1 => Count; public long M2; public C() { M2 = 7; Add(3); } }", "M0 M2"),
        ("a base class of the framework that calls back", "class C : System.Collections.ObjectModel.Collection<int> { public long M0 = 1; "
            + "protected override void InsertItem(int i, int x) { M0 = 5; base.InsertItem(i, x); } public C() { Add(3); } }", ""),

        // Types that values keep.
        ("a box of another number", "class C { static readonly object O = 70L; public long M0 => O switch { 70 => 1, _ => 2 }; public long "
            + "M1 => O switch { 70L => 1, _ => 2 }; public long M2 => (long)O; }", "M2"),
        ("a box of another enum", "enum E { A = 70 } enum F { A = 70 } class C { static readonly object O = E.A; public long M0 => O "
            + "switch { F.A => 1, _ => 2 }; public long M1 => O switch { E.A => 1, _ => 2 }; }", ""),
        ("as of a box", "class C { static readonly object O = 70; public long M0 => (O as long?) ?? 5; public long M1 => (O as int?) ?? 5; "
            + "public bool M2 => (O as string) == null; }", ""),
        ("a box compared", "class C { static readonly object A = 5, B = 5; public bool M0 => A == B; public bool M1 => A != null; }", ""),
        ("unboxing another type",
            "class C { static readonly object O = 70; public long M0 => (int)O; public long M1 => (long)(int)O; }", "M0 M1"),
        ("defaults of structs",
            "class C { public C(TimeSpan t = default, Guid g = default, DateTime d = default, int n = default) { M0 = ((TimeSpan?)t ?? "
                + "TimeSpan.FromDays(1)).TotalDays; M1 = n; M2 = (Guid?)g == null ? 1 : 2; } public double M0; public long M1, M2; }",
                "M1"),
        ("default of a struct of one's own", "struct S { public long P; public S() { P = 5; } } class C { static readonly S A = default, B "
            + "= new S(); public long M0 => A.P; public long M1 => B.P; }", "M1"),
        ("null of a nullable", "class C { static readonly long? N = null; public long M0 => N.GetValueOrDefault(7); public bool M1 => "
            + "N.HasValue; public long M2 => N.Value; public bool M3 => N == 0; public bool M4 => !(N < 3); }", "M0 M1 M3 M4"),
        ("lifted conversions", "struct N { public long V; public static implicit operator N(long n) => new N { V = n }; } class C { N? a = "
            + "7; long? b = null; N? c; public long M0 => a.Value.V; public bool M1 => c == null; public C() { c = b; } }", ""),
        ("remainders of the least number", "class C { static readonly long A = long.MinValue, B = -1; static readonly int D = "
            + "int.MinValue, E = -1; public long M0 => A % B; public long M1 => D / E; public long M2 => 7 + A % B; }", ""),
        ("unsigned and narrow", "class C { static readonly uint A = 3; static readonly byte B = 200; public long M0 => A - 4L; public int "
            + "M1 => B + B; public long M2 => (byte)(B + 100 - 100); public long M3 => A * B; }", "M0 M1 M2 M3"),

        // Statics.
        ("a static constructor that hands on",
            M + "class C { static readonly M A = new(); static void Init(M m) { m.P = 5; } static C() { Init(A); } public long M0 => A.P; "
                + "public long M1 => A.Q; }", "M1"),
        ("an initialiser that assigns another static", "[TrainingConfig] static class C { public static long M0 = 70; static long N = "
            + "Init(); static long Init() => M0 = 5; public static readonly long M1 = 9; }", "M0 M1"),
        ("an initialiser that counts", "[TrainingConfig] static class C { static long s = 10; static readonly long A = s++; static long "
            + "Get() => s; public static long M0 = Get(); public static readonly long M1 = A; }", "M0 M1"),
        ("a static that changes an object of another type",
            M + "static class D { public static readonly M A = new(); } class E { public static readonly long X = D.A.Up(); } class C { "
                + "public static readonly long M0 = E.X; public static long M1 => D.A.P; public static long M2 => D.A.Q; }", "M2"),
        ("a static made after a change",
            M + "static class D { public static readonly M A = new(); public static readonly long B = A.P; } class C { public long M0; "
                + "public C() { D.A.P = 5; M0 = D.B; } }", ""),
        ("a static set by the constructor", "[TrainingConfig] class C { static long s = 10; static readonly long B = s * 2; public long "
            + "M0; public long M1; public C() { s = 5; M0 = B; M1 = s; } }", "M1"),
        ("a static of a generic type", "class G<T> { public static readonly long N = typeof(T) == typeof(int) ? 1 : 2; public static "
            + "readonly long K = 7; } class C { public long M0 => G<int>.N; public long M1 => G<string>.K; }", "M1"),
        ("an object made before later statics", "class C { public static readonly C D = new C(); static readonly long N = 70; public long "
            + "P = N; public static long M0 => D.P; public long M1 => P; }", "M1"),
        ("a static that reads itself through an object",
            "class C { public static readonly C D = new C(); public long P = D == null ? 1 : 2; public static long M0 => D.P; }", ""),
        ("a static of the framework",
            "class C { public double M0 => Math.PI * 2; public long M1 => int.MaxValue; public string M2 => string.Empty; }", "M0 M1"),

        // What is unknown, but changes nothing.
        (
            "the time",
            "class C { public long M0 = 70; DateTime t = DateTime.Now; Guid g = Guid.NewGuid(); string e = "
                + "Environment.GetEnvironmentVariable(\"X\"); public long M1; public C() { M1 = 7; var x = Environment.TickCount; } }",
                "M0 M1"),
        ("checks with numbers", "class C { public long M0 { get; } public C(long n = 70) { if (n < 0) throw new "
            + "ArgumentException(nameof(n)); if (string.IsNullOrEmpty(\"a\")) throw new Exception(); M0 = n; } }", "M0"),
        ("printing numbers",
            "class C { public long M0 = 70; public C() { Console.Error.Write(\"{0}\", M0); Console.Error.Write($\"{M0:N0}\"); } }", "M0"),
        ("texts and lists beside",
            "class C { public long M0 = 70; List<string> a = new() { \"x\", \"y\" }; Dictionary<string, long> b = new() { [\"a\"] = 1 }; "
                + "string[] c = { \"a\" }; System.Text.StringBuilder s = new(); Random r = new(3); public C() { s.Append(\"x\"); "
                    + "a.Add(\"z\"); } }", "M0"),
        ("an array of objects", M
            + "class C { M[] a = { new M { P = 3 }, new M() }; M b = new(); public long M0 => a.Length; public long M1 => b.P; }", "M0 M1"),
        ("a list of objects", M + "class C { M b = new(); List<M> a = new(); public long M1 => b.P; public C() { a.Add(b); } }", "M1"),
        ("a count in a list", "class C { List<int> a = new() { 1, 2 }; public long M0 = 5; public long M1 => a.Count; }", "M0"),
        ("a method of one expression", "class C { static long B(long n) => n * 1_000; public long M0 { get; } = B(70); public long M1 => "
            + "B(Twice(3)); long Twice(long n) => n + n; }", "M0 M1"),
        ("a method of an object", M + "class C { M a = new(); public long M0 => a.Peek(); public long M1 => a.Twice; }", "M0 M1"),
        ("a void method that initialises",
            "class C { public long M0, M1; public C() { Init(70); } void Init(long n) { M0 = n; M1 = n * 2; } }", "M0 M1"),
        ("a setter that assigns two", "class C { long p; public long M0 { get => p; set => p = value; } public long M1 { get; set; } long "
            + "Both { set { M0 = value; M1 = value * 20; } } public C() { Both = 7; M1 = 5; } }", "M0 M1"),
        ("a record that is copied",
            "record R { public long P { get; init; } = 7; public readonly long T; public R() { T = P * 2; } } class C { static readonly R "
                + "X = new R { P = 70 }, Y = X with { P = 9 }; public long M0 => X.T; public long M1 => Y.T; public long M2 => Y.P; }",
                "M0 M1 M2"),
        ("an object changed before it is copied", "record R { public long P { get; set; } = 7; public void Up() { P *= 100; } } class C { "
            + "public long M0, M1; public C() { var a = new R(); a.Up(); var b = a with { }; M0 = b.P; M1 = a.P; } }", "M0 M1"),
        ("arguments in another order", "class C { long n = 1; long Next() => n++; static long F(long a, long b) => a * 10 + b; public long "
            + "M0; public C() { M0 = F(b: Next(), a: Next()); } }", "M0"),
        ("caller's line and text",
            "class C { static long L([CallerLineNumber] int n = 70) => n; static long T(int a, [CallerArgumentExpression(\"a\")] string n "
                + "= \"\") => n.Length; static string W([CallerMemberName] string n = \"x\") => n; public long M0 => L(); public long M1 "
                    + "=> T(1 + 2); public string M2 => W(); }", "M0 M1 M2"),
        ("a constructor that wants its caller",
            "class R { public long P; public R([CallerLineNumber] int n = 70) { P = n; } } class C : R { public long M0 => P; }", ""),
        ("a pattern with a type",
            "class C { static readonly object O = 70L; public bool M0 => O is long; public bool M1 => O is 70L; public long M2 => O is "
                + "long n ? n : 1; }", ""),
    ];

    /// <summary>The same for C# after the oldest Roslyn we run on: a row that the compiler at hand does not know is
    /// left out.</summary>
    public static readonly (string Form, string Source, string Known)[] Newer =
    [
        ("a parameter that an initialiser counts",
            "class C(long n = 70) { readonly long a = n++; public long M0 => n; public long M1 => a; }", "M0 M1"),
        ("a parameter that an initialiser divides",
            "class C(long n = 70) { readonly long a = n /= 2; public long M0 { get; } = n; }", "M0"),
        ("a parameter that a method assigns", "class C(long n = 70) { public long M0 => n; public long M1 = 1; void Up() { n = 5; } static "
            + "long Go(C c) { c.Up(); return 1; } public long M2 = 3; public long M3 { get; } = n; }", "M0 M3"),
        ("a parameter that a lambda assigns", "class C(long n = 70) { Action f = () => n = 5; public long M0 => n; }", ""),
        ("parameters of a base", "class B(long p) { public long P { get; } = p; } class C(long n = 35) : B(n * 2) { public long M0 => P; "
            + "public long M1 => n; }", "M0 M1"),
        ("a collection expression", "class T { public static long N = 1; public T() { N = 5; } } class C { static readonly int[] A = [1, "
            + "2, 3]; T[] t = [new T()]; public long M0 => A.Length; public static long M1 => T.N; }", "M0"),
        ("a spread",
            "class C { static readonly int[] A = [1, 2, 3]; static readonly int[] B = [.. A, 4]; public long M0 => B.Length; }", ""),
        ("an alias of a ref readonly parameter",
            "class C { long n = 70; static long Get(ref readonly long x) => x; public long M0 => n; public C() { var a = Get(in n); n = 5; "
                + "} }", "M0"),
        ("the field keyword", "class C { public long M0 { get => field * 2; set; } = 35; public long M1 { get => field; set => field = "
            + "value + 1; } = 3; public C() { M1 = 7; } }", "M0 M1"),
        ("a partial property", "partial class C { public partial long M0 { get; set; } } partial class C { long p = 35; public partial "
            + "long M0 { get => p * 2; set => p = value; } public long M1 = 4; }", ""),
        ("a partial property that assigns", "partial class C { public partial long T { get; } public long M0 = 1; public long M1; public "
            + "C() { M1 = T; } } partial class C { public partial long T { get { M0 = 5; return 2; } } }", ""),
        ("a partial constructor",
            "partial class C { public partial C(); public long M0 = 1; } partial class C { public partial C() { M0 = 5; } }", ""),
        ("a partial constructor first",
            "partial class C { public partial C() { M0 = 5; } } partial class C { public partial C(); public long M0 = 1; }", ""),
        ("an extension property on an array", "static class X { extension(int[] a) { public int Count => 1; public int Length => 9; } } "
            + "class C { static readonly int[] A = { 1, 2, 3 }; public long M0 => A.Count; public long M1 => A.Length; }", "M1"),
        ("an extension static",
            "static class X { extension(long) { public static long Big => 70; } } class C { public long M0 => long.Big; }", ""),
        ("an extension method of a nullable",
            "static class X { extension(long? a) { public long GetValueOrDefault(string s) => 1; } } class C { static readonly long? A = "
                + "70; public long M0 => A.GetValueOrDefault(\"x\"); public long M1 => A.GetValueOrDefault(); }", "M1"),
        ("an extension that assigns", "class T { public long P = 70; } static class X { extension(T t) { public long Up { get { t.P = 5; "
            + "return 1; } } } } class C { T a = new(); public long M0 => a.P; public long M1; public C() { M1 = a.Up; } }", ""),
        ("a compound operator of the user's own", "class W { public long N = 70; public void operator +=(long n) { N = 5; } } class C { W "
            + "a = new(); public long M0 => a.N; public C() { a += 3; } }", ""),
        ("a conditional assignment",
            "class T { public long P = 70; } class C { T a = new(); public long M0 => a.P; public C() { a?.P = 5; } }", ""),
    ];
}
