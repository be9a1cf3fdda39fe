namespace ScalingAnalyzers.Tests;

/// <summary>
/// Programs written against the reading, of kinds that C# has and configs seldom use. `Known` names the members that
/// ought to be read; the others may be unknown, and none may be wrong. The compiler at hand decides which it knows.
/// </summary>
internal static class OddForms
{
    /// <summary>Each with its name, its classes, and the members of C that ought to be known.</summary>
    public static readonly (string Form, string Source, string Known)[] All =
    [
        ("a ref return chosen by a condition", """
            class C
            {
                long a = 70, b = 7;
                ref long Pick(bool first) => ref first ? ref a : ref b;
                public long M0 => a;
                public long M1 => b;
                public C()
                {
                    Pick(false) = 5;
                    ref long r = ref (a > b ? ref a : ref b);
                    r++;
                }
            }
            """, ""),
        ("a ref property read as a value", """
            class T
            {
                public long N = 70;
                public ref long R => ref N;
            }
            class C
            {
                T t = new();
                public long M0 => t.R;
                public long M1 => t.N;
                public C()
                {
                    t.R += 5;
                }
            }
            """, ""),
        ("a ref field of a struct that is written through a span", """
            class C
            {
                readonly long[] n = { 1, 2 };
                public long M0 = 3;
                public long M1 => n.Length;
                public C()
                {
                    Span<long> s = System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref M0, 1);
                    s[0] = 9;
                }
            }
            """, "M1"),
        ("a nested initialiser of a shared part", """
            class P { public long N { get; set; } = 70; }
            class H { public static readonly P Shared = new(); public P A { get; } = Shared; public P B { get; } = Shared; }
            class C
            {
                static readonly H X = new H { A = { N = 5 } };
                static readonly H Y = new H { B = { N = 9 } };
                public long M0 => X.B.N;
                public long M1 => Y.A.N;
            }
            """, ""),
        ("a boxed int unboxed as another type", """
            class C
            {
                static readonly object O = 70;
                public bool M0 => O is long;
                public bool M1 => O.Equals(70L);
                public long M2 => (int)O;
                public long? M3 => O as long?;
                public bool M4 => O is int and > 60;
            }
            """, "M2"),
        ("a boxed enum in a pattern", """
            enum E : long { A = 1, B = 2 }
            class C
            {
                static readonly object O = E.B;
                public bool M0 => O is 2L;
                public bool M1 => O is E.B;
                public long M2 => O switch { 2 => 1, 2L => 2, E.A => 3, E.B => 4, _ => 5 };
            }
            """, ""),
        ("the default of a struct with initialisers", """
            struct S { public long P = 70; public long Q; public S(long q) { Q = q; } }
            class C
            {
                static readonly S A = default, B = new S(3);
                static readonly S[] T = new S[1];
                public long M0 => A.P;
                public long M1 => B.P;
                public long M2 => new S().P;
                public long M3 => T[0].P;
            }
            """, "M1"),
        ("a struct with a constructor without parameters", """
            struct S { public long P; public S() { P = 70; } }
            class C
            {
                static readonly S A = new(), B = default;
                S c;
                public long M0 => A.P;
                public long M1 => B.P;
                public long M2 => c.P;
            }
            """, "M0"),
        ("equality of the user's own on structs", """
            #pragma warning disable
            struct S
            {
                public long P;
                public static bool operator ==(S a, S b) => a.P != b.P;
                public static bool operator !=(S a, S b) => a.P == b.P;
            }
            class C
            {
                static readonly S A = new S { P = 1 }, B = new S { P = 1 };
                static readonly S? N = null, O = A;
                public bool M0 => A == B;
                public bool M1 => N == A;
                public bool M2 => N == N;
                public bool M3 => O == A;
                public bool M4 => N != O;
            }
            """, "M0 M1 M2 M3 M4"),
        ("arithmetic of the user's own on nullables", """
            struct S
            {
                public long P;
                public S(long p) { P = p; }
                public static S operator +(S a, S b) => new S(a.P + b.P);
                public static S operator -(S a) => new S(-a.P);
                public static bool operator <(S a, S b) => a.P < b.P;
                public static bool operator >(S a, S b) => a.P > b.P;
                public static implicit operator S(long p) => new S(p * 2);
                public static explicit operator long(S s) => s.P;
            }
            class C
            {
                static readonly S? A = new S(3), N = null;
                static readonly long? L = 4, K = null;
                public bool M0 => (A + N) == null;
                public long M1 => (A + A).Value.P;
                public bool M2 => A < N;
                public bool M3 => (-N) is null;
                public long M4 => ((S?)L).Value.P;
                public bool M5 => ((S?)K).HasValue;
                public long? M6 => (long?)A;
                public bool M7 => A > new S(2);
            }
            """, "M2 M7"),
        ("a lifted operator that counts", """
            struct S
            {
                public static long N = 0;
                public long P;
                public static S operator +(S a, S b)
                {
                    N++;
                    return a;
                }
            }
            class C
            {
                static readonly S? A = null, B = new S();
                static readonly S? R = A + B, T = B + B;
                public static long M0 => S.N;
            }
            """, ""),
        ("remainders and quotients at the edge", """
            class C
            {
                static readonly long A = long.MinValue, B = -1;
                static readonly int D = int.MinValue;
                public long M0 => A % (B - 1);
                public long M1 => -7 % 3;
                public long M2 => -7 / 2;
                public double M3 => -7.5 % 2;
                public long M4 => unchecked(D * -1);
                public long M5 => D % -2;
                public decimal M6 => -7.5m % 2m;
                public double M7 => 0.0 / (B + 1);
            }
            """, "M1 M2 M3"),
        ("caller's information through a constructor", """
            class B
            {
                public readonly long L;
                public readonly string N, F;
                public B([CallerLineNumber] int line = 1, [CallerMemberName] string name = "x", [CallerFilePath] string file = "y")
                {
                    L = line;
                    N = name;
                    F = file;
                }
            }
            class C : B
            {
                readonly B b = new();
                public long M0 => b.L;
                public string M1 => b.N;
                public long M2 => L;
                public string M3 => N;
                public string M4 => F;
                public C() : base() { }
            }
            """, ""),
        ("caller's information of a getter and an operator", """
            class C
            {
                static string Name([CallerMemberName] string n = "") => n;
                public string M0 => Name();
                public string M1 { get; } = Name();
                public static readonly string M2 = Name();
                public string M3;
                public C()
                {
                    M3 = Name();
                }
            }
            """, "M0"),
        ("static constructors of three types in a chain", """
            class X { public static long N = 1; static X() { Y.N += 10; N = Y.N; } }
            class Y { public static long N = 2; static Y() { X.N += 100; N = X.N; } }
            class C
            {
                public static readonly long M0 = X.N;
                public static readonly long M1 = Y.N;
                public static readonly long M2 = 3;
            }
            """, "M2"),
        ("a static constructor of a base", """
            class B { public static long N = 1; static B() { D.N = 7; } }
            class E : B { public static long K = 3; }
            class D { public static long N = 70; }
            class C : E
            {
                public long M0 = D.N;
                public long M1 = K;
            }
            """, ""),
        ("an indexer with side effects in an initialiser", """
            class T
            {
                public long N = 70;
                public long this[string key] { get => N; set => N = value * key.Length; }
            }
            class C
            {
                readonly T t = new T { ["ab"] = 4, ["abc"] = 5 };
                public long M0 => t.N;
            }
            """, ""),
        ("an indexer with a range and from the end", """
            class T
            {
                public long N = 70;
                public int Length { get { N++; return 3; } }
                public long this[int i] { get { N += i; return i; } }
                public T Slice(int from, int length) { N = length; return this; }
            }
            class C
            {
                readonly T t = new();
                public long M0 => t.N;
                public long M1;
                public C()
                {
                    M1 = t[^1];
                    var s = t[1..];
                }
            }
            """, ""),
        ("a handler of interpolated texts", """
            [InterpolatedStringHandler]
            ref struct Handler
            {
                public Handler(int length, int holes, C c) { c.M0 = 5; }
                public void AppendLiteral(string s) { C.S = 9; }
                public void AppendFormatted<T>(T value) { }
            }
            class C
            {
                public long M0 = 70;
                public static long S = 7;
                public static long M1 => S;
                public void Log([InterpolatedStringHandlerArgument("")] Handler h) { }
                public C()
                {
                    Log($"a{1}b");
                }
            }
            """, ""),
        ("local functions that capture and call each other", """
            class C
            {
                public long M0 = 1, M1 = 2;
                public C()
                {
                    long n = 3;
                    void A() { n++; B(); }
                    void B() { M0 = n; }
                    A();
                    M1 = n;
                }
            }
            """, ""),
        ("a lambda that is called in an initialiser", """
            class C
            {
                static long n = 70;
                public long M0 = ((Func<long>)(() => n = 5))();
                public static long M1 => n;
                public long M2 = new Func<long, long>(x => x * 2)(4);
                public long M3 = 8;
            }
            """, "M3"),
        ("an iterator that assigns when it is enumerated", """
            class C
            {
                public long M0 = 70;
                IEnumerable<int> Go()
                {
                    M0 = 5;
                    yield return 1;
                }
                public long M1 = 3;
                public C()
                {
                    var q = Go();
                    M0 = 6;
                    foreach (var x in q) M1 = x;
                }
            }
            """, ""),
        ("an async method that assigns", """
            class C
            {
                public long M0 = 70;
                async System.Threading.Tasks.Task<long> Go()
                {
                    M0 = 5;
                    await System.Threading.Tasks.Task.Yield();
                    return 1;
                }
                public long M1;
                public C()
                {
                    M1 = Go().GetAwaiter().GetResult();
                }
            }
            """, ""),
        ("a jump", """
            class C
            {
                public long M0 = 1, M1 = 1;
                public C()
                {
                    int i = 0;
                again:
                    M0 *= 2;
                    if (++i < 5) goto again;
                    M1 = M0;
                }
            }
            """, ""),
        ("a jump over an assignment", """
            class C
            {
                public long M0 = 1;
                public C(bool b = true)
                {
                    if (b) goto end;
                    M0 = 5;
                end:
                    return;
                }
            }
            """, ""),
        ("a lock", """
            class C
            {
                readonly object gate = new();
                public long M0 = 1, M1 = 2;
                public C()
                {
                    lock (gate) M0 = 5;
                }
            }
            """, "M1"),
        ("a using whose Dispose writes", """
            class D : IDisposable
            {
                readonly C c;
                public D(C c) { this.c = c; }
                public void Dispose() { c.M0 = 5; }
            }
            class C
            {
                public long M0 = 70, M1 = 3;
                public C()
                {
                    using (new D(this)) M0 = 6;
                }
            }
            """, ""),
        ("a ref struct whose Dispose writes", """
            ref struct D
            {
                public void Dispose() { C.S = 5; }
            }
            class C
            {
                public static long S = 70;
                public static long M0 => S;
                public C()
                {
                    using var d = new D();
                }
            }
            """, ""),
        ("checked contexts", """
            class C
            {
                static readonly int Big = int.MaxValue;
                public long M0 => unchecked(Big + 1);
                public long M1 => (long)Big + 1;
                public byte M2 => unchecked((byte)(Big - 55));
                public uint M3 => unchecked((uint)-1);
                public long M4 => checked((long)Big * 2);
            }
            """, "M1 M4"),
        ("decimal arithmetic", """
            class C
            {
                static readonly decimal A = 1.10m, B = 3m;
                public decimal M0 => A * B;
                public decimal M1 => A / B;
                public decimal M2 => decimal.Round(2.5m);
                public decimal M3 => Math.Round(3.5m);
                public long M4 => (long)(A * 100);
                public string M5 => (A + 0.90m).ToString(System.Globalization.CultureInfo.InvariantCulture);
                public bool M6 => 1.0m == 1.00m;
            }
            """, "M0 M4"),
        ("single and double precision", """
            class C
            {
                static readonly float F = 0.1f;
                static readonly double D = 0.1;
                public double M0 => F;
                public bool M1 => F == D;
                public float M2 => F * 3;
                public double M3 => F * 3.0;
                public float M4 => (float)(F + D);
                public long M5 => (long)(F * 1e9f);
                public float M6 => 16777217;
                public double M7 => (float)1e40;
            }
            """, "M0 M1 M3"),
        ("rounding", """
            class C
            {
                static readonly double H = 2.5;
                public double M0 => Math.Round(H);
                public double M1 => Math.Round(H, MidpointRounding.AwayFromZero);
                public double M2 => Math.Round(2.345, 2);
                public long M3 => (long)-2.9;
                public double M4 => Math.Round(-H);
                public double M5 => Math.Truncate(-H);
            }
            """, "M0 M4 M5"),
        ("a record with a copy constructor of its own", """
            record R
            {
                public long P { get; init; } = 70;
                public long Copies { get; }
                public R() { }
                protected R(R other)
                {
                    P = other.P + 1;
                    Copies = other.Copies + 1;
                }
            }
            class C
            {
                static readonly R A = new(), B = A with { }, D = B with { P = 3 };
                public long M0 => B.P;
                public long M1 => D.P;
                public long M2 => D.Copies;
                public long M3 => A.P;
            }
            """, "M3"),
        ("a record that derives from one with a copy constructor of its own", """
            record B
            {
                public long P { get; set; } = 70;
                public B() { }
                protected B(B other) { P = 5; }
            }
            record R : B { public long Q { get; init; } = 7; }
            class C
            {
                static readonly B A = new R(), D = A with { };
                public long M0 => D.P;
                public long M1 => ((R)D).Q;
            }
            """, ""),
        ("an init accessor with effects", """
            class T
            {
                public long Q = 1;
                public long P { get => Q; init { Q += value; S++; } }
                public static long S = 0;
            }
            class C
            {
                static readonly T A = new T { P = 4, Q = 9 }, B = new T { Q = 9, P = 4 };
                public long M0 => A.Q;
                public long M1 => B.Q;
                public static long M2 => T.S;
            }
            """, ""),
        ("a default method of an interface", """
            interface I
            {
                long N { get; set; }
                long Up() { N = 5; return N; }
                long Get => N * 2;
            }
            class T : I { public long N { get; set; } = 70; }
            class C
            {
                readonly I t = new T();
                readonly T u = new T();
                public long M0 => t.Get;
                public long M1 => u.N;
                public long M2;
                public C()
                {
                    M2 = ((I)u).Up();
                }
            }
            """, ""),
        ("a default method that a derived interface replaces", """
            interface I { long Get => 1; }
            interface J : I { long I.Get => 2; }
            class T : J { }
            class U : I { long I.Get => 3; }
            class C
            {
                public long M0 => ((I)new T()).Get;
                public long M1 => ((I)new U()).Get;
            }
            """, ""),
        ("explicit implementations beside a member of the name", """
            interface I { long P { get; set; } }
            interface J { long P { get; } }
            class T : I, J
            {
                public long P { get; set; } = 1;
                long I.P { get => 2; set => P = value * 3; }
                long J.P => 4;
            }
            class C
            {
                readonly T t = new T();
                public long M0 => t.P;
                public long M1 => ((I)t).P;
                public long M2 => ((J)t).P;
                public C()
                {
                    ((I)t).P = 5;
                }
            }
            """, "M0 M1 M2"),
        ("covariant returns", """
            class A { public virtual A Self => this; public virtual long N => 1; }
            class B : A { public override B Self => this; public override long N => 2; public long K => 3; }
            class C
            {
                readonly A a = new B();
                public long M0 => a.Self.N;
                public long M1 => new B().Self.K;
            }
            """, ""),
        ("a member that hides, on both sides", """
            class A { public long P { get; set; } = 1; public long Get() => P; }
            class B : A { public new long P { get; set; } = 2; }
            class D : B { public new double P => base.P * 10; }
            class C
            {
                readonly D d = new D();
                public double M0 => d.P;
                public long M1 => ((B)d).P;
                public long M2 => ((A)d).P;
                public long M3 => d.Get();
                public C()
                {
                    ((A)d).P = 7;
                }
            }
            """, "M0 M1 M2 M3"),
        ("overloads by the type of a literal", """
            class C
            {
                static long F(long a) => 1;
                static long F(double a) => 2;
                static long F(object a) => 3;
                static long G(int a, params int[] b) => 4;
                static long G(int a, int b = 1) => 5;
                static long G(object a) => 6;
                static long H(in int a) => 7;
                static long H(long a) => 8;
                public long M0 => F(1);
                public long M1 => F(1f);
                public long M2 => F('a');
                public long M3 => G(1);
                public long M4 => G(1, 2, 3);
                public long M5 => F(1m);
                public long M6 => H(3);
            }
            """, "M0 M1 M2 M3"),
        ("a conversion of the user's own in arguments and assignments", """
            struct Amount
            {
                public double V;
                public static implicit operator Amount(double v) => new Amount { V = v * 1000 };
                public static implicit operator double(Amount a) => a.V + 1;
            }
            class C
            {
                static double Get(Amount a) => a;
                Amount n = 3;
                public double M0 => n;
                public double M1 => Get(2);
                public double M2 { get; set; }
                public C()
                {
                    Amount x = 4;
                    M2 = x;
                    n = n + 1;
                }
            }
            """, ""),
        ("an event with accessors that assign", """
            class C
            {
                public long M0 = 70;
                event Action E { add { M0 = 5; } remove { M0 = 6; } }
                public C()
                {
                    E += () => { };
                }
            }
            """, ""),
        ("an event that is raised by another", """
            class T
            {
                public event Action E;
                public void Raise() => E?.Invoke();
            }
            class C
            {
                public long M0 = 70, M1 = 3;
                readonly T t = new();
                public C()
                {
                    t.E += () => M0 = 5;
                    M0 = 6;
                    t.Raise();
                }
            }
            """, ""),
        ("texts by culture", """
            class C
            {
                static readonly double D = 1.5;
                static readonly int N = 1500;
                public string M0 => $"{D}";
                public string M1 => D.ToString();
                public string M2 => "" + D;
                public string M3 => $"{N:N0}";
                public string M4 => "a" + 'b' + 3;
                public string M5 => FormattableString.Invariant($"{D}");
                public long M6 => $"{N}".Length;
            }
            """, ""),
        ("nameof and typeof", """
            class T<X> { public static string N => nameof(T<X>); public static string M => typeof(X).Name; }
            class C
            {
                public string M0 => nameof(C.M1);
                public long M1 => nameof(System.Collections.Generic).Length;
                public string M2 => T<int>.N;
                public string M3 => T<int>.M;
            }
            """, "M0 M1"),
        ("a finaliser and a clone", """
            class T
            {
                public static long S = 70;
                public long N = 7;
                public T Clone() => (T)MemberwiseClone();
                ~T() { S = 5; }
            }
            class C
            {
                readonly T a = new();
                readonly T b;
                public long M0 => a.N;
                public long M1 => b.N;
                public C()
                {
                    b = a.Clone();
                    b.N = 9;
                }
            }
            """, ""),
        ("a tuple that is changed", """
            class C
            {
                (long A, long B) t = (1, 2);
                public long M0 => t.A;
                public long M1 => t.B;
                public C()
                {
                    var u = t;
                    u.A = 9;
                    t.B = 5;
                    (t.A, u.B) = (t.B, t.A);
                }
            }
            """, ""),
        ("a struct that is changed through an array, a list and a dictionary", """
            struct S { public long P; public void Up() { P++; } }
            class C
            {
                readonly S[] a = { new S { P = 1 } };
                readonly List<S> l = new() { new S { P = 1 } };
                public long M0 => a[0].P;
                public long M1 => l[0].P;
                public C()
                {
                    a[0].Up();
                    l[0].Up();
                }
            }
            """, ""),
        ("a struct through an interface and a generic method", """
            interface I { void Up(); long P { get; } }
            struct S : I { public long P { get; set; } public void Up() { P = 5; } }
            class C
            {
                static long Go<T>(T t) where T : I { t.Up(); return t.P; }
                static void Ref<T>(ref T t) where T : I { t.Up(); }
                S s = new S { P = 70 }, u = new S { P = 7 };
                public long M0 => s.P;
                public long M1 => u.P;
                public long M2;
                public C()
                {
                    M2 = Go(s);
                    Ref(ref u);
                }
            }
            """, ""),
        ("a constructor that reads what is not yet assigned", """
            class B
            {
                public long Seen;
                public B() { Seen = Get(); }
                protected virtual long Get() => 1;
            }
            class C : B
            {
                readonly long a = 70;
                readonly long b;
                protected override long Get() => a + b;
                public long M0 => Seen;
                public long M1 => b;
                public C() { b = 7; }
            }
            """, "M1"),
        ("a throw in an expression", """
            class C
            {
                static readonly string N = null, T = "a";
                public string M0 => N ?? throw new Exception();
                public string M1 => T ?? throw new Exception();
                public long M2 = 3;
                public long M3 => M2 > 2 ? 4 : throw new Exception();
            }
            """, "M1 M2 M3"),
        ("dynamic and reflection", """
            class T { public long P = 70; public static long S = 7; }
            class C
            {
                readonly T t = new();
                public long M0 => t.P;
                public static long M1 => T.S;
                public C()
                {
                    typeof(T).GetField("P").SetValue(t, 5L);
                    typeof(T).GetField("S").SetValue(null, 9L);
                }
            }
            """, ""),
        ("a delegate to a method of another object", """
            class T { public long P = 70; public void Up() { P = 5; } }
            class C
            {
                readonly T t = new();
                readonly Action a;
                public long M0 => t.P;
                public C()
                {
                    a = t.Up;
                    a();
                }
            }
            """, ""),
        ("a query with effects", """
            class C
            {
                public long M0 = 70;
                public long M1;
                long Up(long x) { M0 = x; return x; }
                public C()
                {
                    M1 = (from x in new long[] { 1, 2 } where Up(x) > 0 select x).Sum();
                }
            }
            """, ""),
        ("deconstruction of the user's own", """
            class T
            {
                public long N = 70;
                public void Deconstruct(out long a, out long b) { N = 5; a = 1; b = 2; }
            }
            class C
            {
                readonly T t = new();
                public long M0 => t.N;
                public long M1, M2;
                public C()
                {
                    (M1, M2) = t;
                }
            }
            """, ""),
        ("a pattern that runs a getter and Deconstruct", """
            class T
            {
                public long N = 70;
                public long P { get { N = 5; return 1; } }
            }
            class C
            {
                readonly T t = new();
                public long M0 => t.N;
                public long M1 = 3;
                public C()
                {
                    if (t is { P: 1 }) M1 = 4;
                }
            }
            """, ""),
        ("an awaitable, an enumerator and a comparer of the user's own", """
            class Cmp : IComparer<long>
            {
                public int Compare(long a, long b) { C.S = 5; return a.CompareTo(b); }
            }
            class C
            {
                public static long S = 70;
                public static long M0 => S;
                public C()
                {
                    var l = new List<long> { 2, 1 };
                    l.Sort(new Cmp());
                }
            }
            """, ""),
    ];

    /// <summary>The same for C# after the oldest Roslyn we run on, and what an older one may refuse.</summary>
    public static readonly (string Form, string Source, string Known)[] Newer =
    [
        ("required members", """
            class R { public required long P { get; init; } public required long Q; public long S => P + Q; }
            class C
            {
                static readonly R A = new() { P = 70, Q = 5 };
                public long M0 => A.S;
            }
            """, "M0"),
        ("static members of an interface", """
            interface I<T> where T : I<T>
            {
                static abstract long N { get; }
                static virtual long K => 3;
                static abstract T operator +(T a, T b);
            }
            struct S : I<S>
            {
                public long P;
                public static long N => 70;
                public static S operator +(S a, S b) => new S { P = a.P + b.P + 1 };
            }
            class C
            {
                static long Get<T>() where T : I<T> => T.N;
                static long Virtual<T>() where T : I<T> => T.K;
                static T Sum<T>(T a, T b) where T : I<T> => a + b;
                public long M0 => Get<S>();
                public long M1 => Virtual<S>();
                public long M2 => Sum(new S { P = 1 }, new S { P = 2 }).P;
                public long M3 => S.N;
            }
            """, "M3"),
        ("a file-local type of a common name", """
            file class M { public long P = 70; public long Up() { P = 5; return 1; } }
            class C
            {
                readonly M a = new();
                public long M0 => a.P;
                public long M1;
                public C() { M1 = a.Up(); }
            }
            """, ""),
        ("an inline array", """
            [InlineArray(2)]
            struct Two { long first; }
            class C
            {
                Two t;
                public long M0 => t[0];
                public C() { t[0] = 70; }
            }
            """, ""),
        ("a collection expression with a builder", """
            [CollectionBuilder(typeof(Made), "Of")]
            class Many : System.Collections.Generic.IEnumerable<int>
            {
                public long Count;
                public System.Collections.Generic.IEnumerator<int> GetEnumerator() => throw new Exception();
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new Exception();
            }
            static class Made
            {
                public static Many Of(ReadOnlySpan<int> a)
                {
                    C.S = 5;
                    return new Many { Count = a.Length * 10 };
                }
            }
            class C
            {
                public static long S = 70;
                readonly Many m = [1, 2, 3];
                public long M0 => m.Count;
                public static long M1 => S;
            }
            """, ""),
        ("a collection expression with effects in it", """
            class C
            {
                long n = 70;
                readonly int[] a;
                readonly long[] b;
                public long M0 => n;
                public long M1 => a.Length;
                public long M2 => b.Length;
                public C()
                {
                    a = [1, (int)(n = 5), 3];
                    b = [.. a.Select(x => n = x)];
                }
            }
            """, ""),
        ("params of a span", """
            class C
            {
                static long F(params ReadOnlySpan<long> a) => a.Length;
                static long F(long a, long b) => 7;
                long n = 70;
                public long M0 => n;
                public long M1 => F(1, 2);
                public long M2;
                public C() { M2 = F(1, n = 5, 3); }
            }
            """, ""),
        ("a captured parameter that members change", """
            class C(long n = 70, long k = 3)
            {
                long Up() => n += 5;
                public long M0 { get; } = n;
                public long M1 => n;
                public long M2 = k;
                public long M3 => k;
                readonly Func<long> later = () => k++;
                public C(string s) : this(1, 2) { Up(); }
            }
            """, "M0 M1 M2"),
        ("a parameter of two classes that both keep it", """
            class B(long n)
            {
                protected long Up() => n++;
                public long N => n;
            }
            class C(long n = 70) : B(n)
            {
                public long M0 => n;
                public long M1 => N;
                public long M2 { get; } = n++;
                public long M3 => base.N;
            }
            """, "M0 M2"),
        ("a record's parameter and property", """
            record R(long P, long Q) { public long P { get; init; } = P * 2; public long Sum => P + Q; }
            class C
            {
                static readonly R A = new(3, 4), B = A with { P = 1 };
                public long M0 => A.P;
                public long M1 => A.Sum;
                public long M2 => B.Sum;
            }
            """, "M0 M1 M2"),
        ("a field of a property that computes", """
            class C
            {
                public long M0 { get => field + 1; set => field = value * 2; } = 3;
                public long M1 { get => field == 0 ? 7 : field; set; }
                public long M2 { get; set => field = value < 0 ? 0 : value; } = -5;
                public C()
                {
                    M0 = 5;
                    M2 = -3;
                }
            }
            """, "M0 M2"),
        ("a field that a getter fills when it is read", """
            class C
            {
                static long n = 1;
                public string M0 => field ??= "a" + n++;
                public long M1 = 3;
                public static long M2 => n;
            }
            """, "M1"),
        ("a partial constructor with arguments", """
            partial class C { public partial C(long n = 70, long k = 5); public long M0 = 1; public long M1 { get; } public long M2 = 4; }
            partial class C
            {
                public partial C(long a, long b)
                {
                    M0 = a;
                    M1 = b * 2;
                }
            }
            """, "M0 M1 M2"),
        ("a partial constructor that calls its base", """
            class B { public long N; public B(long n) { N = n; } }
            partial class C : B { public partial C(); public long M0 => N; }
            partial class C { public partial C() : base(70) { N += 5; } }
            """, "M0"),
        ("a partial constructor that another calls", """
            partial class C { public C() : this(3) { M0 *= 2; } public partial C(long n); public long M0; }
            partial class C { public partial C(long m) { M0 = m + 1; } }
            """, "M0"),
        ("a partial property with a setter that computes", """
            partial class C
            {
                public partial long M0 { get; set; }
                public partial long M1 { get; }
                public static partial long M2 { get; }
                public C() { M0 = 5; }
            }
            partial class C
            {
                long p;
                public partial long M0 { get => p; set => p = value * 3; }
                public partial long M1 => p + 1;
                public static partial long M2 => 9;
            }
            """, "M0 M1 M2"),
        ("a partial property with a field", """
            partial class C
            {
                public partial long M0 { get; set; }
                public C() { M0 = 5; }
            }
            partial class C
            {
                public partial long M0 { get => field * 2; set => field = value + 1; }
            }
            """, "M0"),
        ("a partial indexer that assigns", """
            partial class C { public partial long this[int i] { get; set; } public long M0 = 70; public C() { this[1] = 5; } }
            partial class C { public partial long this[int i] { get => M0; set => M0 = value; } }
            """, ""),
        ("a partial event", """
            partial class C { partial event Action E; public long M0 = 70; public C() { E += () => { }; } }
            partial class C { partial event Action E { add { M0 = 5; } remove { } } }
            """, ""),
        ("extension members that change what they get", """
            class T { public long N = 70; public long P { get; set; } = 7; }
            static class X
            {
                extension(T t)
                {
                    public void Up() => t.N = 5;
                    public long Q { get => t.P; set => t.P = value * 2; }
                    public static T Made => new T { N = 9 };
                }
                extension(ref long n) { public void Twice() { n *= 2; } }
            }
            class C
            {
                readonly T t = new(), u = T.Made;
                long k = 3;
                public long M0 => t.N;
                public long M1 => t.P;
                public long M2 => u.N;
                public long M3 => k;
                public long M4;
                public C()
                {
                    t.Up();
                    t.Q = 4;
                    k.Twice();
                    M4 = t.Q;
                }
            }
            """, ""),
        ("an extension operator", """
            class T { public long N = 70; }
            static class X
            {
                extension(T)
                {
                    public static T operator +(T a, T b) { a.N = 5; return b; }
                }
            }
            class C
            {
                readonly T t = new();
                public long M0 => t.N;
                public long M1;
                public C() { M1 = (t + new T()).N; }
            }
            """, ""),
        ("an increment of the user's own on the object", """
            class T { public long N = 70; public void operator ++() { N += 5; } public void operator -=(T o) { o.N = 1; } }
            class C
            {
                T t = new();
                readonly T u = new();
                public long M0 => t.N;
                public long M1 => u.N;
                public C()
                {
                    t++;
                    t -= u;
                }
            }
            """, ""),
        ("a conditional assignment with effects", """
            class T { public long N = 70; public T Next; }
            class C
            {
                readonly T t = new();
                T none = null;
                long n = 3;
                public long M0 => t.N;
                public long M1 => n;
                public C()
                {
                    none?.N = n = 9;
                    t?.N += 5;
                    t.Next?.N = n = 8;
                }
            }
            """, ""),
        ("a span that is assigned through", """
            class C
            {
                readonly long[] a = [1, 2];
                public long M0 => a[0];
                public long M1 = 3;
                public C()
                {
                    Span<long> s = new(ref M1);
                    s[0] = 70;
                    Span<long> t = a;
                    t[0] = 9;
                }
            }
            """, ""),
        ("a ref field", """
            ref struct Holder { public ref long N; public Holder(ref long n) { N = ref n; } }
            class C
            {
                public long M0 = 70, M1 = 7;
                public C()
                {
                    var h = new Holder(ref M0);
                    M0 = 6;
                    h.N = 5;
                }
            }
            """, "M1"),
        ("optional arguments of lambdas and aliases of tuples", """
            class C
            {
                long n = 70;
                public long M0 => n;
                public long M1;
                public C()
                {
                    var f = (long a = 5) => n = a;
                    M1 = f();
                }
            }
            """, ""),
    ];

    /// <summary>Programs with module initialisers, which run before all others of their assembly: each by
    /// itself.</summary>
    public static readonly (string Form, string Source, string Known)[] First =
    [
        ("a module initialiser", """
            class C
            {
                public static readonly T A = new();
                public static long M0 => A.N;
                public static readonly long M1 = 3;
                [ModuleInitializer] internal static void Go() { A.N = 5; }
            }
            class T { public long N = 70; }
            """, "M1"),
        ("a module initialiser by an alias", """
            class C
            {
                public static readonly T A = new();
                public static long M0 => A.N;
            }
            class T { public long N = 70; }
            static class Start { [First] internal static void Go() { C.A.N = 5; } }
            """, ""),
        ("a module initialiser that starts a type", """
            class C
            {
                static long n = 70;
                public static readonly long M0 = n;
                public long M1 = 3;
            }
            static class Start
            {
                public static long N = 1;
                static Start() { Other.N = 9; }
                [ModuleInitializer] internal static void Go() { N = 2; }
            }
            static class Other { public static long N = 3; }
            """, "M1"),
    ];
}
