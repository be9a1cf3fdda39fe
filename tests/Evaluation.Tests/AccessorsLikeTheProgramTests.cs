using System.Threading.Tasks;

namespace ScalingAnalyzers.Tests;

/// <summary>Accessors run as they are written, and the type of the object decides which.</summary>
public class AccessorsLikeTheProgramTests
{
    [Theory]
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
    public Task A_value_is_read_as_the_program_computes_it_or_not_at_all(string form, string source) =>
        AgainstTheProgram.Hold(form, source);
}
