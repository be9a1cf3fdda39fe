using System.Threading.Tasks;

namespace ScalingAnalyzers.Tests;

/// <summary>Statements of constructors and methods run in order, and what they assign is seen by all names.</summary>
public class StatementsLikeTheProgramTests
{
    [Theory]
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
    [InlineData("a field initialised by a lambda", """
        class C
        {
            public System.Func<long> F = () => 5;
            public long M0 => F();
        }
        """)]
    public Task A_value_is_read_as_the_program_computes_it_or_not_at_all(string form, string source) =>
        AgainstTheProgram.Hold(form, source);
}
