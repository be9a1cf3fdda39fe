namespace ScalingAnalyzers.Tests;

internal static partial class EffectForms
{
    /// <summary>Dispatch.</summary>
    private static readonly (string Form, string Source, string Known)[] Dispatch =
    [
        (Form: "a virtual method in the base constructor", Source: """
            class B
            {
                public B()
                {
                    Init();
                }
                protected virtual void Init()
                {
                }
            }
            class C : B
            {
                public long M0;
                protected override void Init()
                {
                    M0 = 5;
                }
            }
            """, Known: "M0"),
        (Form: "a virtual method of an unknown object", Source: """
            class B
            {
                public virtual void Go(C c)
                {
                }
            }
            class D : B
            {
                public override void Go(C c)
                {
                    c.M0 = 5;
                }
            }
            class C
            {
                public long M0 = 1;
                public C()
                {
                    B b = DateTime.Now.Ticks > 0 ? new D() : new B();
                    b.Go(this);
                }
            }
            """, Known: ""),
        (Form: "an interface's method", Source: """
            interface I
            {
                void Go(C c);
            }
            class D : I
            {
                public void Go(C c)
                {
                    c.M0 = 5;
                }
            }
            class C
            {
                public long M0 = 1;
                static readonly I X = new D();
                public C()
                {
                    X.Go(this);
                }
            }
            """, Known: ""),
        (Form: "a hidden method", Source: """
            class B
            {
                public void Go(C c)
                {
                    c.M0 = 5;
                }
            }
            class D : B
            {
                public new void Go(C c)
                {
                    c.M0 = 6;
                }
            }
            class C
            {
                public long M0 = 1;
                public C()
                {
                    B b = new D();
                    b.Go(this);
                }
            }
            """, Known: "M0"),
        (Form: "a callback of the framework", Source: """
            class T : IComparable<T>
            {
                public static C O;
                public int CompareTo(T t)
                {
                    O.M0 = 5;
                    return 0;
                }
            }
            class C
            {
                public long M0 = 1;
                public C()
                {
                    T.O = this;
                    Array.Sort(new[] { new T(), new T() });
                }
            }
            """, Known: ""),
        (Form: "an override that only gets", Source: """
            class B
            {
                public virtual long M0 { get; set; } = 1;
            }
            class C : B
            {
                public override long M0 { get => base.M0 * 2; }
                public C()
                {
                    M0 = 35;
                }
            }
            """, Known: "M0"),
        (Form: "an override that only sets", Source: """
            class B
            {
                public virtual long M0 { get; set; } = 1;
            }
            class C : B
            {
                public override long M0 { set => base.M0 = value * 2; }
                public C()
                {
                    M0 = 35;
                }
            }
            """, Known: "M0"),
        (Form: "an override of an override", Source: """
            class A
            {
                public virtual long M0 { get; set; } = 1;
            }
            class B : A
            {
                public override long M0 { get => base.M0 + 1; set => base.M0 = value * 10; }
            }
            class C : B
            {
                public override long M0 { get => base.M0 * 2; }
                public C()
                {
                    M0 = 3;
                }
            }
            """, Known: "M0"),
        (Form: "a private constructor beside another", Source: """
            class R
            {
                public long P;
                R()
                {
                    P = 1;
                }
                public R(long p = 70)
                {
                    P = p;
                }
            }
            class C
            {
                static readonly R X = new R();
                public long M0 => X.P;
            }
            """, Known: "M0"),
        (Form: "a params constructor first", Source: """
            class R
            {
                public long P;
                public R(params int[] x)
                {
                    P = 1;
                }
                public R(long p = 70)
                {
                    P = p;
                }
            }
            class C
            {
                static readonly R X = new R();
                public long M0 => X.P;
            }
            """, Known: "M0"),
        (Form: "base constructors to choose from", Source: """
            class B
            {
                public long P;
                public B(params int[] x)
                {
                    P = 1;
                }
                public B(long p = 70)
                {
                    P = p;
                }
            }
            class C : B
            {
                public long M0 => P;
            }
            """, Known: ""),
        (Form: "a base class of the framework", Source: """
            class C : List<int>
            {
                public long M0 = 5;
                public long M1 => Count;
                public long M2;
                public C()
                {
                    M2 = 7;
                    Add(3);
                }
            }
            """, Known: "M0 M2"),
        (Form: "a base class of the framework that calls back", Source: """
            class C : System.Collections.ObjectModel.Collection<int>
            {
                public long M0 = 1;
                protected override void InsertItem(int i, int x)
                {
                    M0 = 5;
                    base.InsertItem(i, x);
                }
                public C()
                {
                    Add(3);
                }
            }
            """, Known: ""),
    ];
}
