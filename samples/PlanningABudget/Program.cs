using PlanningABudget;

System.Console.Write(Report.Text());
