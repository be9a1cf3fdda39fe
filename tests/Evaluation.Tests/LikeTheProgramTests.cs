using System.Linq;
using System.Threading.Tasks;

namespace ScalingAnalyzers.Tests;

/// <summary>Forms in which C#'s rules of order, storage and dispatch decide a value: it is read as the program computes
/// it, or not at all.</summary>
public class LikeTheProgramTests
{
    [Theory]
    [InlineData("a static read before its textual turn", """
        static class C
        {
            public static readonly long M0 = M1 * 2;
            public static readonly long M1 = 5;
        }
        """)]
    [InlineData("a static read too early, after it was read itself", """
        static class C
        {
            public static readonly long M1 = M2 * 2;
            public static readonly long M2 = 5;
            public static long M0 => M2;
        }
        """)]
    [InlineData("a static read too early through a property", """
        static class C
        {
            public static long M0 => M2 * 2;
            public static readonly long M1 = M0;
            public static readonly long M2 = 5;
        }
        """)]
    [InlineData("a static read too early through a method", """
        static class C
        {
            static long F() => M2 * 2;
            public static readonly long M1 = F();
            public static readonly long M2 = 5;
        }
        """)]
    [InlineData("a static read too early by an object's initialiser", """
        class S
        {
            public long P { get; } = C.M2;
        }
        static class C
        {
            static readonly S One = new S();
            public static long M1 => One.P;
            public static readonly long M2 = 5;
        }
        """)]
    [InlineData("a static property read too early", """
        static class C
        {
            public static long M1 { get; } = M2 * 2;
            public static long M2 { get; } = 5;
        }
        """)]
    [InlineData("statics of two types that read each other", """
        static class D
        {
            public static readonly long X = C.M2;
        }
        static class C
        {
            public static readonly long M1 = D.X;
            public static readonly long M2 = 5;
        }
        """)]
    [InlineData("statics in another part", """
        static partial class C
        {
            public static readonly long M1 = M2 * 2;
        }
        static partial class C
        {
            public static readonly long M2 = 5;
        }
        """)]
    [InlineData("a setter that computes", """
        class C
        {
            long t = 1;
            public long M0 { get => t; set => t = value * 1000; }
            public long M1 => t;
            public C()
            {
                M0 = 5;
            }
        }
        """)]
    [InlineData("a setter in an initialiser", """
        class S
        {
            long t = 1;
            public long P { get => t; set => t = value * 1000; }
            public long Q => t;
        }
        class C
        {
            static readonly S One = new S { P = 5 };
            public long M0 => One.P;
            public long M1 => One.Q;
        }
        """)]
    [InlineData("a setter with statements", """
        class C
        {
            long t = 1, u = 2;
            public long M0
            {
                get => t;
                set
                {
                    t = value;
                    u = value + 1;
                }
            }
            public long M1 => u;
            public C()
            {
                M0 = 5;
            }
        }
        """)]
    [InlineData("a setter that calls", """
        class C
        {
            long u = 2;
            public long M0
            {
                get => u;
                set
                {
                    Up(value);
                }
            }
            void Up(long v)
            {
                u = v + 1;
            }
            public C()
            {
                M0 = 5;
            }
        }
        """)]
    [InlineData("a setter that checks", """
        class C
        {
            long t;
            public long M0
            {
                get => t;
                init
                {
                    if (value < 0) throw new System.Exception();
                    t = value;
                }
            }
            public C()
            {
                M0 = 5;
            }
        }
        """)]
    [InlineData("a virtual property set by the base", """
        class B
        {
            public virtual long M0 { get; set; } = 1;
            public B()
            {
                M0 = 6;
            }
        }
        class C : B
        {
            public override long M0 { get; set; } = 7;
        }
        """)]
    [InlineData("a virtual property read by the base's constructor", """
        class B
        {
            public virtual long P { get; set; } = 1;
            public long M1;
            public B()
            {
                M1 = P;
            }
        }
        class C : B
        {
            public override long P { get; set; } = 7;
        }
        """)]
    [InlineData("base access", """
        class B
        {
            public virtual long M0 => 1;
        }
        class C : B
        {
            public override long M0 => 7;
            public long M1 => base.M0;
        }
        """)]
    [InlineData("base access in an override", """
        class B
        {
            public virtual long M0 { get; } = 1;
        }
        class C : B
        {
            public override long M0 => base.M0 * 2;
        }
        """)]
    [InlineData("a default of an interface", """
        interface I
        {
            long P => 5;
        }
        class C : I
        {
            public long P => 7;
            public long M1 => ((I)this).P;
        }
        """)]
    [InlineData("an explicit implementation", """
        interface I
        {
            long P { get; }
        }
        class C : I
        {
            public long P => 7;
            long I.P => 8;
            public long M1 => ((I)this).P;
        }
        """)]
    [InlineData("a static virtual", """
        interface I
        {
            static virtual long P => 5;
        }
        struct S : I
        {
            public static long P => 7;
        }
        class C
        {
            static long F<T>() where T : I => T.P;
            public long M0 => F<S>();
        }
        """)]
    [InlineData("a parameter assigned in the constructor", """
        class C
        {
            public long M0 { get; }
            public C(long n = 3)
            {
                n = n * 2;
                M0 = n;
            }
        }
        """)]
    [InlineData("a parameter assigned in a branch", """
        class C
        {
            public long M0 { get; }
            public C(long n = 3)
            {
                if (n > 2) n = 9;
                M0 = n;
            }
        }
        """)]
    [InlineData("a constructor that returns early", """
        class C
        {
            public long M0 { get; } = 1;
            public C(long n = 3)
            {
                if (n > 2) return;
                M0 = 4;
            }
        }
        """)]
    [InlineData("a constructor that returns from inside", """
        class C
        {
            public long M0 { get; } = 1;
            public C(long n = 3)
            {
                {
                    System.GC.KeepAlive(this);
                    if (n > 2) return;
                }
                M0 = 4;
            }
        }
        """)]
    [InlineData("a local that remembers", """
        class C
        {
            public long M0 { get; } = 2;
            public long M1;
            public C()
            {
                var n = M0;
                M0 = 5;
                M1 = n * 20;
            }
        }
        """)]
    [InlineData("a chained assignment", """
        class C
        {
            public long M0 = 1, M1 = 2;
            public C()
            {
                M0 = M1 = 5;
            }
        }
        """)]
    [InlineData("an assignment in a value", """
        class C
        {
            public long M0 = 1, M1 = 2;
            public C()
            {
                M0 = 2 * (M1 = 5);
            }
        }
        """)]
    [InlineData("an increment in a value", """
        class C
        {
            public long M0 = 1, M1 = 2;
            public C()
            {
                M0 = M1++;
            }
        }
        """)]
    [InlineData("a method that assigns", """
        class C
        {
            public long M0 = 1, M1 = 2;
            public C()
            {
                M0 = Next();
            }
            long Next()
            {
                M1 = 7;
                return 3;
            }
        }
        """)]
    [InlineData("a method of one expression that assigns", """
        class C
        {
            public long M0 = 1, M1 = 2;
            public C()
            {
                M0 = Next();
            }
            long Next() => M1 = 7;
        }
        """)]
    [InlineData("a method handed this", """
        class C
        {
            public long M0 = 1, M1 = 2;
            public C()
            {
                M0 = Next(this);
            }
            static long Next(C c)
            {
                c.M1 = 7;
                return 3;
            }
        }
        """)]
    [InlineData("an out argument", """
        class C
        {
            public long M0, M1 = 2;
            public C()
            {
                M0 = long.TryParse("7", out M1) ? 1 : 0;
            }
        }
        """)]
    [InlineData("an indexer", """
        class C
        {
            public long M0 = 1;
            long this[int i] { get => 0; set => M0 = value; }
            public C()
            {
                this[0] = 5;
            }
        }
        """)]
    [InlineData("a deconstruction", """
        class C
        {
            public long M0 = 1, M1 = 2;
            public C()
            {
                (M0, M1) = (5, 6);
            }
        }
        """)]
    [InlineData("a struct without its constructor", "struct C { public long M0 = 5; public C(int x) { } }")]
    [InlineData("a positional struct without its constructor", """
        record struct C(long M0 = 5)
        {
            public long M1 { get; init; } = 7;
        }
        """)]
    [InlineData("a copy constructor", """
        record R(long P)
        {
            protected R(R other)
            {
                P = other.P * 2;
            }
        }
        class C
        {
            static readonly R A = new R(5) with { };
            public long M0 => A.P;
        }
        """)]
    [InlineData("a unary operator of the user's own", """
        class W
        {
            public long P = 5;
            public static W operator -(W w) => new W { P = -w.P };
        }
        class C
        {
            static readonly W A = -new W();
            public long M0 => A.P;
        }
        """)]
    [InlineData("a conversion of the user's own", """
        class V
        {
            public long P = 5;
        }
        class W : V { }
        class X
        {
            public long P = 7;
            public static implicit operator X(V v) => new X { P = v.P * 2 };
        }
        class C
        {
            static readonly X A = new W();
            public long M0 => A.P;
        }
        """)]
    [InlineData("a binary operator of the user's own", """
        class W
        {
            public long P = 5;
            public static W operator +(W w, W v) => new W { P = -w.P };
        }
        class C
        {
            static readonly W A = new W() + new W();
            public long M0 => A.P;
        }
        """)]
    [InlineData("a cast that fails", """
        class V
        {
            public long P = 5;
        }
        class W : V { }
        class C
        {
            static readonly W A = (new V() as W) ?? new W { P = 7 };
            public long M0 => A.P;
        }
        """)]
    [InlineData("lifted truth", """
        class C
        {
            public bool M0 => (((bool?)null | true) ?? false);
            public bool M1 => ((long?)null < 5) == false;
            public bool M2 => ((bool?)null & false) ?? true;
        }
        """)]
    [InlineData("a coalesced value of another type", """
        class C
        {
            static int? X => 1;
            public long M0 => (X ?? 7L) << 40;
            public double M1 => (X ?? 7.0) / 2;
        }
        """)]
    [InlineData("the length of a table", """
        class C
        {
            static readonly int[,] T = { { 1, 2, 3 }, { 4, 5, 6 } };
            public long M0 => T.Length;
        }
        """)]
    [InlineData("a count of a set", """
        class C
        {
            static readonly System.Collections.Generic.HashSet<int> T = new() { 1, 1, 2 };
            public long M0 => T.Count;
        }
        """)]
    [InlineData("a count of a copied list", """
        class C
        {
            static readonly System.Collections.Generic.List<int> T = new(new[] { 1, 2 }) { 3 };
            public long M0 => T.Count;
        }
        """)]
    [InlineData("a count of a growing list", """
        class C
        {
            public long M0;
            public C()
            {
                var t = new System.Collections.Generic.List<int> { 3 };
                t.Add(4);
                M0 = t.Count;
            }
        }
        """)]
    [InlineData("a count of keys set twice", """
        class C
        {
            static readonly System.Collections.Generic.Dictionary<int, int> T = new() { [1] = 3, [1] = 4 };
            public long M0 => T.Count;
        }
        """)]
    [InlineData("a type called TimeSpan", """
        class TimeSpan
        {
            public TimeSpan(int a, int b, int c)
            {
                TotalHours = a + b + c;
            }
            public double TotalHours { get; }
        }
        class C
        {
            static readonly TimeSpan T = new(1, 2, 3);
            public double M0 => T.TotalHours;
        }
        """)]
    [InlineData("spans of time", """
        class C
        {
            public double M0 => System.TimeSpan.FromDays(1.1).TotalHours;
            public double M1 => new System.TimeSpan(7, 3, 11).TotalDays;
            public double M2 => System.TimeSpan.FromMinutes(7).TotalHours;
            public double M3 => System.TimeSpan.FromSeconds(0.7).TotalDays;
        }
        """)]
    [InlineData("a static set by out", """
        class C
        {
            public static readonly long M0 = 3;
            static C()
            {
                long.TryParse("7", out M0);
            }
        }
        """)]
    [InlineData("a static counted up", """
        class C
        {
            public static readonly long M0 = 3;
            static C()
            {
                M0++;
            }
        }
        """)]
    [InlineData("references compared", "class C { public bool M0 => (object)5 == (object)5; }")]
    [InlineData("shifts", """
        class C
        {
            static int S => 33;
            public long M0 => 1 << S;
            public long M1 => 1L << S;
            public long M2 => -8 >> 1;
            public uint M3 => 8u >> S;
            public long M4 => -8L >>> 1;
        }
        """)]
    [InlineData("enums", """
        enum E : byte { A = 3, B, C = A | B }
        class C
        {
            public int M0 => (int)E.B;
            public int M1 => (int)(E.A | E.B);
            public int M2 => (int)E.C;
            public bool M3 => E.A < E.B;
            public int M4 => (int)(E.A + 1);
        }
        """)]
    [InlineData("floats", """
        class C
        {
            static float F => 16777217;
            public double M0 => F;
            public double M1 => 0.1f;
            public double M2 => 0.1f * 3;
            public float M3 => 0.1f + 0.2f;
            public double M4 => 0.1f + 0.2;
            public long M5 => (long)(0.1f * 1e10f);
            public double M6 => (float)1e300;
        }
        """)]
    [InlineData("decimals", """
        class C
        {
            public decimal M0 => 1m / 3;
            public double M1 => (double)(1m / 3);
            public long M2 => (long)2.9m;
            public decimal M3 => (decimal)0.1;
            public decimal M4 => (decimal)1e28;
            public double M5 => (double)0.1m;
            public decimal M6 => (decimal)1.23456789012345678;
            public decimal M7 => (decimal)0.1f;
        }
        """)]
    [InlineData("rounding", """
        class C
        {
            public double M0 => System.Math.Round(2.5);
            public double M1 => System.Math.Round(-2.5);
            public decimal M2 => System.Math.Round(2.5m);
            public double M3 => System.Math.Round(2.345, 2);
            public double M4 => System.Math.Round(2.5, System.MidpointRounding.AwayFromZero);
        }
        """)]
    [InlineData("big integers", """
        class C
        {
            public double M0 => (double)System.Numerics.BigInteger.Pow(3, 60);
            public long M1 => (long)(System.Numerics.BigInteger.Pow(10, 12) * 7 / 3);
            public long M2 => (long)new System.Numerics.BigInteger(1e15 + 0.7);
        }
        """)]
    [InlineData("records inherited", """
        record B(long M0)
        {
            public long M1 { get; init; } = M0 * 2;
        }
        record C() : B(5)
        {
            public long M2 => M0 + M1;
        }
        """)]
    [InlineData("positional hides", "record B(long M0); record C(long M0 = 3) : B(M0 * 2);")]
    [InlineData("a property written anew in a record", """
        record C(long M0 = 3)
        {
            public long M0 { get; init; } = M0 * 2;
        }
        """)]
    [InlineData("chains of constructors", """
        class C
        {
            public long M0 = 1, M1;
            public C() : this(5)
            {
                M1 = M0;
            }
            C(long n)
            {
                M0 = n;
            }
        }
        """)]
    [InlineData("a base constructor that calls a virtual", """
        class B
        {
            public long M0;
            public B()
            {
                M0 = F();
            }
            protected virtual long F() => 1;
        }
        class C : B
        {
            protected override long F() => 7;
        }
        """)]
    [InlineData("a method hidden", """
        class B
        {
            public long M0 => F();
            protected static long F() => 1;
        }
        class C : B
        {
            new static long F() => 7;
            public long M1 => F();
        }
        """)]
    [InlineData("generic statics", """
        class G<T>
        {
            public static readonly long X = typeof(T) == typeof(int) ? 1 : 2;
            public static readonly long Y = 3;
        }
        class C
        {
            public long M0 => G<int>.X;
            public long M1 => G<string>.X;
            public long M2 => G<string>.Y;
        }
        """)]
    [InlineData("switches", """
        class C
        {
            static long X => 5;
            static int? N => null;
            public long M0 => X switch { 5 => 1, _ => 2 };
            public long M1 => N switch { null => 1, _ => 2 };
            public long M2 => N switch { > 3 => 1, _ => 2 };
            public long M3 => X switch { not 5 => 1, _ => 4 };
            public long M4 => X switch { var y when y > 3 => y, _ => 2 };
        }
        """)]
    [InlineData("texts", """
        class C
        {
            static string A => "a";
            public int M0 => (A + "b").Length;
            public bool M1 => A + null == "a";
            public string M2 => A + 1 + 2;
            public string M3 => $"{A}b";
            public int M4 => string.Empty.Length;
        }
        """)]
    [InlineData("nested objects share", """
        class S
        {
            public long P { get; set; } = 1;
        }
        class D
        {
            public S A { get; } = Shared;
            public static readonly S Shared = new S();
        }
        class C
        {
            static readonly D One = new D { A = { P = 5 } };
            public long M0 => One.A.P;
        }
        """)]
    [InlineData("an initialiser that adds", """
        class L : System.Collections.IEnumerable
        {
            public long P = 1;
            public void Add(long x) => P += x;
            public System.Collections.IEnumerator GetEnumerator() => null!;
        }
        class C
        {
            static readonly L A = new L { 5 };
            public long M0 => A.P;
        }
        """)]
    [InlineData("clamps", """
        class C
        {
            static long X => 5;
            public long M0 => System.Math.Clamp(X, 7, 9);
            public long M1 => System.Math.Clamp(X, 1, 3);
            public double M2 => System.Math.Max(double.NaN, 1.0);
            public double M3 => System.Math.Min(-0.0, 0.0);
            public long M4 => System.Math.Max(3, X);
        }
        """)]
    [InlineData("a field initialised by a lambda", """
        class C
        {
            public System.Func<long> F = () => 5;
            public long M0 => F();
        }
        """)]
    public async Task A_value_is_read_as_the_program_computes_it_or_not_at_all(string form, string source)
    {
        var compared = await AgainstTheProgram.Compare(source, type => type.Name == "C");
        Assert.NotEmpty(compared);
        Assert.True(compared.All(c => c.Agrees), form + "\n" + string.Join("\n", compared.Where(c => !c.Agrees)));
    }
}
