"""What is read of offers: who is being asked, what they are shown, what a coordinator may know."""
